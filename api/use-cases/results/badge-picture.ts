export type Theme = "auto" | "light" | "dark";

export interface BadgeText {
  id: string;
  name: string;
  lang: "zh" | "en";
  programme: string;
  month: string;
  ballots: string;
  label: string;
  /** The figure in the ring. */
  value: string;
  /** How much of the ring is filled; absent: the figure is no share. */
  share?: number;
}

const width = 340;
const textWidth = 242;
const radius = 27;
const around = 2 * Math.PI * radius;

const light =
  "--card:#fff;--edge:#d5dbe3;--ink:#17202b;--soft:#566476;--ring:#e3e9ef;--fill:#0b7285";
const dark =
  "--card:#151c24;--edge:#35414f;--ink:#edf2f7;--soft:#a3b1c2;--ring:#2a3541;--fill:#4fc3d7";

/** An SVG of its own: no script, no outside font, a text alternative, and the reader's light or dark where it is `auto`. */
export function drawBadge(text: BadgeText, theme: Theme): string {
  const { id, value, label } = text;
  const title = `${text.name}: ${label} ${value}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="84" viewBox="0 0 ${width} 84"`,
    ` role="img" lang="${text.lang === "zh" ? "zh-CN" : "en"}" aria-labelledby="title-${id} desc-${id}">`,
    `<title id="title-${id}">${escapeXml(title)}</title>`,
    `<desc id="desc-${id}">${escapeXml(`${text.programme} ${text.month}. ${text.ballots}`)}</desc>`,
    `<style>${styles(id, theme)}</style>`,
    `<g class="badge-${id}"><rect class="card" x=".5" y=".5" width="${width - 1}" height="83" rx="14"/>`,
    ring(text.share),
    `<text class="figure" x="44" y="42" style="font-size:${value.length > 4 ? 13 : 15}px">${escapeXml(value)}</text>`,
    line("name", 31, text.name, 16),
    line("label", 50, label, 12.5),
    line("soft", 68, `${text.month} · ${text.ballots}`, 11),
    "</g></svg>",
  ].join("");
}

function styles(id: string, theme: Theme): string {
  const badge = `.badge-${id}`;
  const colours = {
    light: `${badge}{${light}}`,
    dark: `${badge}{${dark}}`,
    auto: `${badge}{${light}}@media(prefers-color-scheme:dark){${badge}{${dark}}}`,
  }[theme];
  return [
    colours,
    `${badge} text{font-family:system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;fill:var(--ink)}`,
    `${badge} .card{fill:var(--card);stroke:var(--edge)}`,
    `${badge} circle{fill:none;stroke-width:6;stroke:var(--ring)}`,
    `${badge} .fill{stroke:var(--fill);stroke-linecap:round}`,
    `${badge} .figure{font-weight:650;text-anchor:middle;dominant-baseline:central;font-variant-numeric:tabular-nums}`,
    `${badge} .name{font-size:16px;font-weight:600}`,
    `${badge} .label{font-size:12.5px}`,
    `${badge} .soft{font-size:11px;fill:var(--soft)}`,
  ].join("");
}

function ring(share: number | undefined): string {
  const circle = (more: string) => `<circle cx="44" cy="42" r="${radius}"${more}/>`;
  if (share === undefined || share <= 0) return circle("");
  const length = Math.round(Math.min(share, 1) * around * 100) / 100;
  return (
    circle("") +
    circle(
      ` class="fill" stroke-dasharray="${length} ${around.toFixed(2)}" transform="rotate(-90 44 42)"`,
    )
  );
}

function line(kind: string, y: number, text: string, size: number): string {
  return `<text class="${kind}" x="86" y="${y}">${escapeXml(shorten(text, textWidth / size))}</text>`;
}

/** Cuts a line that is too long for the card. Chinese is as wide as high, Latin about half. */
function shorten(text: string, most: number): string {
  let used = 0;
  let kept = "";
  for (const character of text) {
    used += /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/u.test(character) ? 1 : 0.56;
    if (used > most - 1) return `${kept}…`;
    kept += character;
  }
  return kept;
}

function escapeXml(text: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replaceAll(/[&<>"]/g, (character) => names[character] ?? character);
}
