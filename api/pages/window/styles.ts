import { faceStyles } from "../browser/face-styles.ts";

/** The phone's style sheet: from 320 pixels on, light and dark, and within what a browser of 2018 understands. */
export const windowStyles = `
:root{color-scheme:light dark;--paper:#faf8f3;--card:#fff;--ink:#1c2527;--soft:#4d585b;--line:#6b7679;--teal:#0a6265;--on:#e3f1ef;--seal:#a8281c}
@media(prefers-color-scheme:dark){:root{--paper:#12181a;--card:#1a2225;--ink:#ece9e1;--soft:#b3bdbe;--line:#7d898c;--teal:#6cccc7;--on:#17393a;--seal:#ff9a8a}}
*{box-sizing:border-box}
html[lang=en] .zh,html[lang^=zh] .en{display:none}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:break-word;-webkit-text-size-adjust:100%}
header,main,footer{max-width:34rem;margin:0 auto;padding:.7rem 1rem}
header{display:flex;align-items:center;justify-content:space-between;min-height:3.6rem}
.brand{margin:0;font-weight:700;color:var(--soft)}
.notice{background:var(--seal);color:var(--paper);font-size:.9rem}
.notice p{max-width:34rem;margin:0 auto;padding:.45rem 1rem}
h1{font-size:1.45rem;line-height:1.3;margin:.2rem 0 .8rem;outline:none}
h2{font-size:1.05rem;margin:0 0 .4rem}
p{margin:0 0 .8rem}
a{color:var(--teal)}
.visit{margin:0 0 1.1rem;padding:.7rem .9rem;background:var(--card);border:1px solid var(--line);border-radius:.7rem}
.visit dt{font-size:.85rem;color:var(--soft)}.visit dd{margin:0 0 .35rem;font-weight:600}.visit dd:last-child{margin:0}
fieldset{border:0;margin:0 0 1rem;padding:0;min-width:0}
legend{padding:0;margin:0 0 .6rem;font-weight:700}
.choice{position:relative;display:block;margin:0 0 .55rem;cursor:pointer;touch-action:manipulation}
.choice input{position:absolute;opacity:0;top:0;left:0;width:100%;height:100%;margin:0;cursor:pointer}
.card{display:flex;align-items:center;min-height:3.9rem;padding:.4rem .8rem;background:var(--card);border:2px solid var(--line);border-radius:.8rem;font-size:1.15rem;font-weight:600}
.card svg{flex:none;width:3rem;height:3rem;margin-right:.9rem;fill:none;stroke:#1c2527;stroke-width:3.5;stroke-linecap:round}
.card svg .ink{fill:#1c2527;stroke:none}
.card:after{content:"";flex:none;margin-left:auto;width:1.6rem;height:1.6rem;border:2px solid var(--line);border-radius:50%;text-align:center;font-weight:700;line-height:1.35rem;font-size:1.1rem}
.tick .card{min-height:3.1rem;font-size:1.05rem;font-weight:400}.tick .card:after{border-radius:.35rem}
input:checked+.card{border-color:var(--teal);background:var(--on)}
input:checked+.card:after{content:"✓";background:var(--teal);border-color:var(--teal);color:var(--paper)}
input:focus+.card,button:focus,summary:focus{outline:3px solid var(--seal);outline-offset:2px}
summary:focus{outline-offset:-3px}
input:focus:not(:focus-visible)+.card,button:focus:not(:focus-visible),summary:focus:not(:focus-visible){outline:0}
${faceStyles}
button{font:inherit;cursor:pointer;touch-action:manipulation;border-radius:.8rem;border:2px solid var(--teal);background:var(--teal);color:var(--paper);font-weight:700;font-size:1.15rem;min-height:3.4rem;padding:.5rem 1.4rem;width:100%}
button[aria-busy=true]{opacity:.75;cursor:progress}
header button{flex:none;width:auto;margin-left:.8rem;white-space:nowrap;min-height:2.75rem;padding:.2rem 1rem;font-size:1rem;font-weight:600;background:none;color:var(--teal);border-width:1px}
[role=status]{min-height:1.6em;margin:.7rem 0;font-weight:600}
.mark{width:4.2rem;height:4.2rem;margin:.6rem 0 1rem;border-radius:50%;background:var(--teal);color:var(--paper);font-size:2.4rem;line-height:4.2rem;text-align:center;font-weight:700}
.mark.halt{background:none;border:3px solid var(--seal);color:var(--seal);line-height:3.9rem}
details{margin:1.2rem 0;border-top:1px solid var(--line);padding-top:.3rem}
summary{cursor:pointer;padding:.6rem .3rem;margin-bottom:.3rem;font-weight:600}
details p,details li{font-size:.95rem}ul{margin:0 0 .8rem;padding-left:1.2rem}
.receipt{margin:0}.receipt dt{font-size:.85rem;color:var(--soft)}.receipt dd{margin:0 0 .4rem}
code{font:.85rem/1.5 ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere;word-break:break-all}
footer{color:var(--soft);font-size:.9rem;padding-bottom:2rem}
@media(min-width:44rem){header,main,footer,.notice p{max-width:46rem}.levels .choices{display:grid;grid-template-columns:repeat(auto-fit,minmax(7rem,1fr));grid-gap:.7rem}
.levels .card{flex-direction:column;text-align:center;height:100%;padding:1rem .4rem}.levels .card svg{margin:0 0 .6rem;width:4rem;height:4rem}.levels .card:after{margin:.7rem auto 0}.levels .choice{margin:0}}
@media(forced-colors:active){input:checked+.card{outline:3px solid}}
`;
