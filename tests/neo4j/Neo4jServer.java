import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * Neo4j Community over Bolt. Arguments: data folder, port, and a password when the server shall ask
 * for one (user neo4j). Prints READY, and stops when its standard input closes, so that it never
 * outlives the tests that started it.
 */
class Neo4jServer {
	public static void main(String[] args) {
		try {
			run(args);
			System.exit(0);
		} catch (Exception e) {
			// Its other threads would keep a half-started server alive.
			e.printStackTrace();
			System.exit(1);
		}
	}

	private static void run(String[] args) throws Exception {
		boolean fresh = !Files.exists(Path.of(args[0], "data"));
		SocketAddress address = new SocketAddress("127.0.0.1", Integer.parseInt(args[1]));
		boolean auth = args.length > 2;
		DatabaseManagementService service = new DatabaseManagementServiceBuilder(Path.of(args[0]))
			.setConfig(BoltConnector.enabled, true)
			.setConfig(BoltConnector.listen_address, address)
			.setConfig(BoltConnector.advertised_address, address)
			.setConfig(GraphDatabaseSettings.auth_enabled, auth)
			.setConfig(GraphDatabaseSettings.pagecache_memory, 64L << 20)
			// Tests fill and empty all the time, which is no reason to plan every query again.
			.setConfig(GraphDatabaseSettings.query_statistics_divergence_threshold, 1.0)
			.build();
		if (auth && fresh) {
			service.database("system").executeTransactionally(
				"ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
				Map.of("password", args[2])
			);
		}
		System.out.println("READY");
		while (System.in.read() >= 0) {}
		service.shutdown();
	}
}
