/** The one style sheet: ink on paper with the red of a seal; light and dark, phone and print. No file from elsewhere. */
export const styles = `
:root{color-scheme:light dark;--paper:#faf8f3;--card:#fff;--ink:#1c2527;--soft:#566164;--line:#dcd7ca;--seal:#a8281c;--teal:#0a6265;
--l0:#0a6265;--l1:#3f8f86;--l2:#a9b8a0;--l3:#d98a5b;--l4:#a8281c;--track:#ece8dd}
@media(prefers-color-scheme:dark){:root{--paper:#12181a;--card:#1a2225;--ink:#ece9e1;--soft:#a9b4b5;--line:#334044;--seal:#ff9a8a;--teal:#6cccc7;
--l0:#6cccc7;--l1:#48a09a;--l2:#6f7d70;--l3:#d08d5f;--l4:#f0705f;--track:#29343a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.65 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
h1,h2,h3,.brand b{font-family:"Songti SC","Noto Serif CJK SC","Source Han Serif SC",STSong,Georgia,serif;line-height:1.3;text-wrap:balance}
h1{font-size:clamp(1.6rem,4.5vw,2.3rem);margin:.2em 0 .3em}h2{font-size:1.35rem;margin:2em 0 .6em;padding-top:.6em;border-top:3px double var(--line)}
h3{font-size:1.1rem;margin:1.6em 0 .4em}
a{color:var(--teal);text-underline-offset:.2em}a:focus-visible,summary:focus-visible,input:focus-visible,select:focus-visible,button:focus-visible,pre:focus-visible,.scroll:focus-visible{outline:3px solid var(--seal);outline-offset:2px}
.wrap{max-width:68rem;margin:0 auto;padding:0 1.1rem}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.4rem .8rem;z-index:2}
.top{border-bottom:1px solid var(--line);background:var(--card)}
.top .wrap{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;align-items:center;padding-block:.7rem}
.brand{display:flex;gap:.6rem;align-items:center;color:inherit;text-decoration:none;margin-right:auto}
.brand span{background:#a8281c;color:#fff;font:700 1.05rem/1 "Songti SC","Noto Serif CJK SC",serif;padding:.38rem .3rem;border-radius:.25rem;writing-mode:vertical-rl;letter-spacing:.1em}
.top nav{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem}.top nav a,.top>.wrap>a:not(.brand){display:inline-block;padding:.25rem 0}
.notice{background:var(--seal);color:var(--paper);font-size:.92rem}.notice p{margin-block:0;padding-block:.5rem}
main.wrap{padding-block:1.4rem 3rem}footer.wrap{border-top:1px solid var(--line);color:var(--soft);font-size:.9rem;padding-block:1rem 2rem}
.soft,small,caption{color:var(--soft)}.lead{font-size:1.12rem;max-width:46rem}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(10.5rem,100%),1fr));gap:.8rem;padding:0;list-style:none;margin:1rem 0}
.card{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.9rem 1rem}
.card b{display:block;font-size:1.7rem;line-height:1.25;font-variant-numeric:tabular-nums}.card svg{margin-top:.4rem}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;background:var(--card);font-variant-numeric:tabular-nums}
caption{text-align:left;padding:.4rem 0}th,td{text-align:left;padding:.5rem .7rem;border-bottom:1px solid var(--line);vertical-align:top}
thead th{border-bottom:2px solid var(--ink);white-space:nowrap}tbody th{font-weight:600}td.n{text-align:right}tr.few td.n{white-space:nowrap}th.n{text-align:right}
tr.few td,tr.few th{color:var(--soft)}
form{display:flex;flex-wrap:wrap;gap:.7rem;align-items:end;margin:1rem 0}label{display:grid;gap:.15rem;font-size:.9rem}
input,select,button{font:inherit;min-height:2.6rem;padding:.3rem .6rem;border:1px solid var(--soft);border-radius:.35rem;background:var(--card);color:inherit;max-width:100%}
select{width:15rem}button{background:var(--teal);border-color:var(--teal);color:var(--paper);padding-inline:1.2rem;cursor:pointer}
pre{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--teal);border-radius:.3rem;padding:.8rem 1rem;overflow:auto;font-size:.86rem;line-height:1.5}
code{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.92em;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1.2rem;margin:1rem 0}dt{color:var(--soft)}dd{margin:0}
svg{display:block;max-width:100%}svg text{fill:var(--ink);font:13px system-ui,sans-serif}
.track{fill:var(--track)}.l0{fill:var(--l0)}.l1{fill:var(--l1)}.l2{fill:var(--l2)}.l3{fill:var(--l3)}.l4{fill:var(--l4)}.span{fill:var(--l1)}.dot{fill:var(--ink)}
.op{border-top:1px solid var(--line);padding-top:.4rem;margin-top:2rem}.op h3 code{font-weight:400}
.verb{font:700 .8rem/1 ui-monospace,monospace;color:#fff;background:#0a6265;border-radius:.25rem;padding:.25rem .45rem;margin-right:.4rem}
.who{border:1px solid var(--line);border-radius:1rem;padding:.05rem .6rem;font-size:.85rem}
details{margin:.6rem 0}summary{cursor:pointer;padding:.3rem 0}.code{margin:.7rem 0}.code h2{font-size:1.05rem;margin:0;padding:0;border:0}.code p{margin:.3rem 0 0}.code:target{border-color:var(--seal);border-width:2px}.columns{columns:18rem;padding-left:1.2rem}
@media(max-width:40rem){dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}th,td{padding:.45rem .5rem}.wide{display:none}}
@media print{.top nav,form,.skip,.noprint{display:none}body{background:#fff;color:#000;font-size:11pt}table{font-size:9pt}a{color:inherit;text-decoration:none}tr,.card{break-inside:avoid}}
`;
