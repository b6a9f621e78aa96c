import { paperColour } from '../palette.ts';

/** The style of a dossier as one page: read on a screen, printed on A4 as it is read. */
export const pageStyle = (): string => `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:${paperColour('wash')};color:${paperColour('ink')};font:16px/1.55 "Atkinson Hyperlegible Next","Atkinson Hyperlegible",Verdana,sans-serif;overflow-wrap:break-word}
main{max-width:54rem;margin:2rem auto;padding:3rem clamp(1rem,6vw,4.5rem);background:#fff}
h1,h2,h3{font-family:"Source Serif 4",Cambria,Georgia,serif;line-height:1.2;break-after:avoid}
h1{margin:0 0 .4em;font-size:2.2rem}
h2{margin:2.6em 0 .7em;font-size:1.5rem}
h3{margin:1.8em 0 .5em;font-size:1.15rem}
h4{margin:1.3em 0 .4em;font-size:1rem;color:${paperColour('soft')};break-after:avoid}
p,li,dd{white-space:pre-line}
p,ul,ol,dl,figure{margin:0 0 1em}
li{margin-block:.3em}
a{color:${paperColour('accent')}}
.soft,figcaption,caption,.gap,.team-mark{color:${paperColour('soft')}}
.gap{font-style:italic}
.team{padding:.5em 1em;border-inline-start:4px solid ${paperColour('accent')};background:${paperColour('wash')}}
sup{font-size:.72em;line-height:0}
.team-mark{font-size:.78em}
table{width:100%;margin:0 0 1.2em;border-collapse:collapse;font-size:.92rem}
caption{padding-bottom:.4em;text-align:start}
th,td{padding:.4em .6em .4em 0;border-bottom:1px solid ${paperColour('line')};text-align:start;vertical-align:top}
thead th{background:${paperColour('wash')};padding-inline-start:.4em}
tr,figure{break-inside:avoid}
.n{text-align:end;font-variant-numeric:tabular-nums}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;border-top:1px solid ${paperColour('line')}}
dt,dd{margin:0;padding:.4em 0;border-bottom:1px solid ${paperColour('line')}}
dt{color:${paperColour('soft')};padding-inline-end:1em}
.scroll{overflow-x:auto}
figure svg{display:block;width:100%;height:auto}
nav ol{columns:2 16rem}
@media (width<38rem){main{margin:0}dl{grid-template-columns:1fr}dt{border:0;padding-bottom:0}dd{padding-top:0}}
@page{size:A4;margin:20mm 20mm 18mm}
@media print{body{background:#fff;font-size:10.5pt}main{max-width:none;margin:0;padding:0}h1{font-size:24pt}h2{font-size:16pt}h3{font-size:12.5pt}a{color:inherit;text-decoration:none}.scroll{overflow:visible}.team,thead th{print-color-adjust:exact}}
`;
