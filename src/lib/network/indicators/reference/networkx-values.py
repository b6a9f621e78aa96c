"""Computes with networkx what the indicators' tests compare with, and writes it beside this file.

Usage: python3 src/lib/network/indicators/reference/networkx-values.py
"""

import json
import pathlib
import platform

import networkx as nx

COMMAND = "python3 src/lib/network/indicators/reference/networkx-values.py"
GROUPS = ["primary_care", "hospital", "civil_society"]


def two_groups_and_one_alone():
    graph = nx.Graph([(0, 1), (1, 2), (0, 2), (3, 4)])
    graph.add_node(5)
    return graph


GRAPHS = {
    "star of 7": nx.star_graph(6),
    "chain of 6": nx.path_graph(6),
    "ring of 8": nx.cycle_graph(8),
    "complete of 6": nx.complete_graph(6),
    "two groups and one alone": two_groups_and_one_alone(),
    "barbell": nx.barbell_graph(4, 2),
    "karate club": nx.karate_club_graph(),
    "Florentine families": nx.convert_node_labels_to_integers(
        nx.florentine_families_graph()
    ),
    "random, 60 and 90 (seed 7)": nx.gnm_random_graph(60, 90, seed=7),
    "small world, 80 (seed 3)": nx.watts_strogatz_graph(80, 4, 0.1, seed=3),
    "scale free, 120 (seed 5)": nx.barabasi_albert_graph(120, 2, seed=5),
}


def across(graph):
    """Share of ties between natures, and what the same ends would give by chance."""
    mixing = nx.attribute_mixing_dict(graph, "group", normalized=True)
    ends = [sum(row.values()) for row in mixing.values()]
    inside = sum(row.get(group, 0) for group, row in mixing.items())
    return {"ties": 1 - inside, "chance": 1 - sum(share**2 for share in ends)}


def values(graph):
    nx.set_node_attributes(graph, {n: GROUPS[n % 3] for n in graph}, "group")
    degrees = [d for _, d in graph.degree()]
    total = sum(degrees)
    components = sorted((len(c) for c in nx.connected_components(graph)), reverse=True)
    return {
        "nodes": graph.number_of_nodes(),
        "edges": " ".join(f"{min(edge)}-{max(edge)}" for edge in sorted(graph.edges())),
        "meanDegree": total / graph.number_of_nodes(),
        "transitivity": nx.transitivity(graph),
        "triangles": [nx.triangles(graph, n) for n in sorted(graph)],
        "betweenness": [nx.betweenness_centrality(graph, normalized=True)[n] for n in sorted(graph)],
        "components": [size for size in components if size > 1],
        "articulationPoints": sorted(nx.articulation_points(graph)),
        "bridges": len(list(nx.bridges(graph))),
        "across": across(graph),
    }


def main():
    found = {
        "origin": {
            "command": COMMAND,
            "networkx": nx.__version__,
            "python": platform.python_version(),
        },
        "graphs": {name: values(graph) for name, graph in GRAPHS.items()},
    }
    path = pathlib.Path(__file__).with_suffix(".json")
    path.write_text(json.dumps(found, indent="\t", ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
