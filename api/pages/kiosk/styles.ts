import { faceStyles } from "../browser/face-styles.ts";

const light =
  "--paper:#faf8f3;--card:#fff;--ink:#1c2527;--soft:#4d585b;--line:#6b7679;--teal:#0a6265;--seal:#a8281c";
const dark =
  "--paper:#12181a;--card:#1a2225;--ink:#ece9e1;--soft:#b3bdbe;--line:#7d898c;--teal:#6cccc7;--seal:#ff9a8a";
const highContrast =
  "--paper:#000;--card:#000;--ink:#fff;--soft:#fff;--line:#fff;--teal:#ff0;--seal:#ff0";

/** The kiosk's own style sheet: large, plain, and within what a browser of 2018 understands. */
export const kioskStyles = `
:root{${light}}
@media(prefers-color-scheme:dark){:root{${dark}}}
html[data-theme=light]{${light}}html[data-theme=dark]{${dark}}html[data-theme=high-contrast]{${highContrast}}
*{box-sizing:border-box}
html,body{height:100%;margin:0}
body{display:flex;flex-direction:column;background:var(--paper);color:var(--ink);font:1.25rem/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;-webkit-user-select:none;user-select:none}
main{flex:1;display:flex;flex-direction:column;justify-content:center;align-items:center;text-align:center;padding:1rem 2vw}
h1{font-size:2.4rem;line-height:1.25;margin:0 0 .5rem;outline:none}
.en{display:block;font-size:.62em;font-weight:400;color:var(--soft)}
.unit{font-size:1.4rem;margin:0 0 2rem;color:var(--soft)}
.faces{display:grid;grid-template-columns:repeat(5,minmax(0,1fr));gap:1.5vw;width:100%;max-width:76rem}
button{font:inherit;color:inherit;background:var(--card);border:3px solid var(--line);border-radius:1rem;min-height:4rem;padding:.8rem 1.2rem;cursor:pointer;touch-action:manipulation}
button:focus,input:focus{outline:5px solid var(--teal);outline-offset:3px}
button:active,button[aria-pressed=true]{background:var(--ink);color:var(--paper)}
button[aria-pressed=true] .en,button:active .en{color:var(--paper)}
button[aria-pressed=true]:before{content:"✓ "}
.face{padding:1.2rem .4rem;font-size:1.45rem;font-weight:600}
.face svg{display:block;width:70%;max-width:9rem;margin:0 auto .8rem;fill:none;stroke:#1c2527;stroke-width:3.5;stroke-linecap:round}
.face svg .ink{fill:#1c2527;stroke:none}
${faceStyles}
.ways{display:flex;justify-content:center;align-items:center;width:100%;max-width:92rem}
.ways .faces{flex:1}
.code{flex:none;margin-left:2.5vw;text-align:center}.code[hidden]{display:none}.code h2{font-size:1.15rem;line-height:1.3;margin:0 0 .6rem}
.code svg{display:block;margin:0 auto;border-radius:.5rem}
.code a{display:inline-block;color:var(--teal);font-size:.9rem;padding:.3rem}.code a .en{display:inline;color:inherit}
.code .renew{display:block;margin:.5rem auto 0;min-height:2.6rem;padding:.2rem 1rem;font-size:.95rem;border-width:2px;border-radius:.6rem}.renew .en{display:inline}
@media(min-width:48.01rem){.face{display:flex;flex-direction:column;align-items:center;justify-content:center;min-height:14rem}.face .en{min-height:2.9em;line-height:1.4}}
@media(min-width:48.01rem) and (max-width:72rem){.face{font-size:1.2rem}}
.notice{margin:1rem 0 0;color:var(--soft);font-size:1rem}.notice .en{display:inline;font-size:.9em}
.list{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:1rem;width:100%;max-width:60rem;margin:1rem 0 2rem}
.done,form button{background:var(--teal);border-color:var(--teal);color:var(--paper);font-size:1.5rem;padding:.8rem 3rem}
.done .en,form button .en{color:var(--paper)}
form{display:grid;gap:1rem;width:100%;max-width:34rem}
input{background:var(--card);color:var(--ink);font:1.7rem ui-monospace,Consolas,monospace;letter-spacing:.12em;text-align:center;text-transform:uppercase;padding:.7rem;border:3px solid var(--line);border-radius:1rem;width:100%}
[role=alert]{color:var(--seal);font-weight:600;min-height:1.5em}
footer{min-height:2rem;padding:.2rem 1rem;font-size:.95rem;color:var(--soft);text-align:right}
footer .en{display:inline}
@media(max-width:48rem){h1{font-size:1.6rem}.faces{grid-template-columns:1fr;gap:.7rem}.face{display:flex;align-items:center;text-align:left;padding:.5rem 1rem}
.face svg{width:3.4rem;margin:0 1rem 0 0}.face .en{margin-left:auto;padding-left:.5rem;text-align:right}}
@media(max-width:40rem){.ways{flex-direction:column}.ways .faces{flex:none}.code{margin:1.5rem 0 0}}
::-webkit-scrollbar{width:1rem}::-webkit-scrollbar-thumb{background:var(--line);border-radius:.5rem}
html[data-theme=high-contrast] .face svg circle:first-child{stroke:#fff}
@media(max-height:50rem){h1{font-size:2rem;margin-bottom:.2rem}.unit{margin-bottom:.8rem}.notice{margin-top:.6rem;line-height:1.35}main{padding-top:.4rem;padding-bottom:.2rem}footer{min-height:1.6rem;padding:0 1rem}}
@media(max-height:42rem){html{font-size:85%}.face{padding:.5rem .4rem}.face svg{max-width:18vh;margin-bottom:.4rem}}
@media(max-height:32rem){html{font-size:75%}h1{font-size:1.8rem}.unit{margin-bottom:.4rem;line-height:1.2}.face svg{max-width:16vh}.code .renew{margin-top:.2rem}}
@media(min-width:48.01rem) and (max-height:32rem){.face{min-height:0}}
@media(max-width:47.9rem) and (max-height:66rem){html{font-size:80%}}
`;
