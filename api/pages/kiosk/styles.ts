/** The kiosk's own style sheet: large, plain, and within what a browser of 2018 understands. */
export const kioskStyles = `
*{box-sizing:border-box}
html,body{height:100%;margin:0}
body{display:flex;flex-direction:column;background:#faf8f3;color:#1c2527;font:1.25rem/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;-webkit-user-select:none;user-select:none}
main{flex:1;display:flex;flex-direction:column;justify-content:center;align-items:center;text-align:center;padding:1rem 2vw}
h1{font-size:2.4rem;line-height:1.25;margin:0 0 .5rem;outline:none}
.en{display:block;font-size:.62em;font-weight:400;color:#4d585b}
.unit{font-size:1.4rem;margin:0 0 2rem;color:#4d585b}
.faces{display:grid;grid-template-columns:repeat(5,minmax(0,1fr));gap:1.5vw;width:100%;max-width:76rem}
button{font:inherit;color:inherit;background:#fff;border:3px solid #6b7679;border-radius:1rem;min-height:4rem;padding:.8rem 1.2rem;cursor:pointer;touch-action:manipulation}
button:focus,input:focus{outline:5px solid #0a6265;outline-offset:3px}
button:active,button[aria-pressed=true]{background:#1c2527;color:#fff}
button[aria-pressed=true] .en,button:active .en{color:#fff}
button[aria-pressed=true]:before{content:"✓ "}
.face{padding:1.2rem .4rem;font-size:1.45rem;font-weight:600}
.face svg{display:block;width:70%;max-width:9rem;margin:0 auto .8rem;fill:none;stroke:#1c2527;stroke-width:3.5;stroke-linecap:round}
.face svg .ink{fill:#1c2527;stroke:none}
.level-4 circle:first-child{fill:#8fd3cb}.level-3 circle:first-child{fill:#c4e3d3}.level-2 circle:first-child{fill:#f3e6b3}
.level-1 circle:first-child{fill:#f4c9a1}.level-0 circle:first-child{fill:#efa396}
.list{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:1rem;width:100%;max-width:60rem;margin:1rem 0 2rem}
.done,form button{background:#0a6265;border-color:#0a6265;color:#fff;font-size:1.5rem;padding:.8rem 3rem}
.done .en,form button .en{color:#fff}
form{display:grid;gap:1rem;width:100%;max-width:34rem}
input{font:1.7rem ui-monospace,Consolas,monospace;letter-spacing:.12em;text-align:center;text-transform:uppercase;padding:.7rem;border:3px solid #6b7679;border-radius:1rem;width:100%}
[role=alert]{color:#a8281c;font-weight:600;min-height:1.5em}
footer{min-height:2rem;padding:.2rem 1rem;font-size:.95rem;color:#4d585b;text-align:right}
footer .en{display:inline}
@media(max-width:48rem){h1{font-size:1.6rem}.faces{grid-template-columns:1fr;gap:.7rem}.face{display:flex;align-items:center;text-align:left;padding:.5rem 1rem}
.face svg{width:3.4rem;margin:0 1rem 0 0}.face .en{margin-left:auto}}
`;
