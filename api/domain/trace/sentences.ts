import type { Language, Told } from "./inputs.ts";

type Sentence = (told: Told) => string;

const list = (told: Told, write: (one: Told["listed"][number]) => string, mark: string) =>
  told.listed.map(write).join(mark);

/** A number with its English noun. */
const count = (told: Told, name: string, noun: string) =>
  `${told.figure(name)} ${noun}${told.figure(name) === "1" ? "" : "s"}`;

/** Scaling from full marks to as many points changes nothing and is not told. */
const isPlain = (told: Told) => told.figure("full") === told.figure("points");

/** Whether a step's weights had to be brought to another sum. */
const reweighted = (told: Told) => told.figure("carried") !== told.figure("held");

/** One sentence for each kind of step, for readers who never saw a formula of the programme. */
export const sentences: Record<string, Record<Language, Sentence>> = {
  "level-mean": {
    zh: (t) =>
      `计入${t.figure("n")}张选票：${list(t, (one) => `“${one.label}”${one.figure}张`, "、")}，平均值为${t.result}。`,
    en: (t) =>
      `${count(t, "n", "ballot")} counted: ${list(t, (one) => `“${one.label}” ${one.figure}`, ", ")}; the mean value is ${t.result}.`,
  },
  scale: {
    zh: (t) =>
      isPlain(t)
        ? ""
        : `最高值${t.figure("full")}折合${t.figure("points")}分，因此得${t.figure("mean")}÷${t.figure("full")}×${t.figure("points")}=${t.result}分。`,
    en: (t) =>
      isPlain(t)
        ? ""
        : `The highest value, ${t.figure("full")}, is worth ${t.figure("points")} points, so this gives ${t.figure("mean")} ÷ ${t.figure("full")} × ${t.figure("points")} = ${t.result} points.`,
  },
  "small-sample": {
    zh: (t) =>
      `选票${t.figure("n")}张，不足${t.figure("below")}张，本单位得分只部分计入：全体平均${t.figure("mean")}×${t.figure("mean-weight")}+本单位${t.figure("own")}×${t.figure("own-weight")}=${t.result}分。`,
    en: (t) =>
      `With ${count(t, "n", "ballot")}, fewer than ${t.figure("below")}, its own score counts only in part: the mean of all units ${t.figure("mean")} × ${t.figure("mean-weight")} + its own ${t.figure("own")} × ${t.figure("own-weight")} = ${t.result} points.`,
  },
  "mean-instead": {
    zh: (t) => `没有选票，按全体单位平均分${t.result}分计。`,
    en: (t) => `No ballot was cast, so the mean of all units counts: ${t.result} points.`,
  },
  "sheet-mean": {
    zh: (t) => `${t.figure("n")}张评分表共${t.figure("sum")}分，平均${t.result}分。`,
    en: (t) =>
      `${count(t, "n", "sheet")} with ${count(t, "sum", "point")} in all; the mean is ${t.result}.`,
  },
  "group-mean": {
    zh: (t) =>
      `${t.label("group")}：${t.figure("n")}张评分表共${t.figure("sum")}分，平均${t.result}分，权重${t.figure("weight")}。`,
    en: (t) =>
      `${t.label("group")}: ${count(t, "n", "sheet")} with ${count(t, "sum", "point")} in all, a mean of ${t.result}; its weight is ${t.figure("weight")}.`,
  },
  "weighted-mean": {
    zh: (t) =>
      `各群体平均分乘以权重后相加${reweighted(t) ? `，已有权重合计${t.figure("held")}，按比例折算为${t.figure("carried")}` : ""}，得${t.result}分。`,
    en: (t) =>
      `The means of the groups, each times its weight, add up${reweighted(t) ? ` (the weights in hand come to ${t.figure("held")} and are scaled to ${t.figure("carried")})` : ""} to ${t.result} points.`,
  },
  "share-mean": {
    zh: (t) => `${t.figure("n")}张检查表，达标分所占比例平均为${t.result}。`,
    en: (t) => `On ${count(t, "n", "checklist")} the mean share of points met is ${t.result}.`,
  },
  "share-points": {
    zh: (t) => `乘以${t.figure("points")}分，得${t.result}分。`,
    en: (t) => `Times ${t.figure("points")} points, this gives ${t.result} points.`,
  },
  votes: {
    zh: (t) => `票数：${list(t, (one) => `${one.label}${one.figure}`, "、")}，共${t.result}票。`,
    en: (t) =>
      `Votes: ${list(t, (one) => `${one.label} ${one.figure}`, ", ")}; ${t.result} in all.`,
  },
  part: {
    zh: (t) =>
      `${t.label("part")}${t.has("period") ? `（${t.label("period")}）` : ""}：满分${t.figure("full")}分，${t.figure("entries") === "0" ? "没有扣分记录" : `${t.figure("entries")}条记录扣${t.figure("taken")}分`}，得${t.result}分。`,
    en: (t) =>
      `${t.label("part")}${t.has("period") ? ` (${t.label("period")})` : ""}: ${t.figure("entries") === "0" ? `nothing was recorded, so it keeps its ${t.result}` : `of ${t.figure("full")}, ${counted(t)} ${t.figure("taken")}, which leaves ${t.result}`}.`,
  },
  "part-mean": {
    zh: (t) => `${t.label("part")}：${t.figure("n")}期平均${t.result}分。`,
    en: (t) => `${t.label("part")}: the mean of ${t.figure("n")} periods is ${t.result}.`,
  },
  sheet: {
    zh: (t) =>
      isPlain(t)
        ? ""
        : `全表得${t.figure("sheet")}分，满分${t.figure("full")}分，折合${t.figure("points")}分制为${t.result}分。`,
    en: (t) =>
      isPlain(t)
        ? ""
        : `The sheet comes to ${t.figure("sheet")} of ${t.figure("full")}; out of ${t.figure("points")} points that is ${t.result}.`,
  },
  "points-added": {
    zh: (t) => `${entriesZh(t)}，加${t.result}分。`,
    en: (t) => `${entriesEn(t)}: ${t.result} points are added.`,
  },
  "points-taken": {
    zh: (t) => `${entriesZh(t)}，计${t.result}分。`,
    en: (t) => `${entriesEn(t)}: this counts as ${t.result} points.`,
  },
  assessors: {
    zh: (t) =>
      `${list(t, (one) => `${one.label}评${one.figure}分（权重${t.figure(`${one.id}-weight`)}）`, "、")}，加权平均${t.result}分。`,
    en: (t) =>
      `${list(t, (one) => `${one.label} gave ${one.figure} (weight ${t.figure(`${one.id}-weight`)})`, ", ")}; the weighted mean is ${t.result}.`,
  },
  total: {
    zh: (t) => `${list(t, (one) => `${one.label}${one.figure}分`, "，")}；合计${t.result}分。`,
    en: (t) =>
      `${list(t, (one) => `${one.label}: ${one.figure}`, "; ")}; together ${t.result} points.`,
  },
  floor: {
    zh: (t) => `总分不低于${t.figure("floor")}分，因此为${t.result}分。`,
    en: (t) => `The total cannot fall below ${t.figure("floor")}, so it is ${t.result} points.`,
  },
};

function entriesZh(t: Told): string {
  if (t.figure("entries") === "0") return "没有记录";
  if (t.figure("entries") === "0") return "Nothing was recorded";
  const once =
    t.figure("counted") === t.figure("entries")
      ? ""
      : `，同一事项只计一次，计${t.figure("counted")}条`;
  const cap = t.has("cap") ? `，最多${t.figure("cap")}分` : "";
  return `${t.figure("entries")}条记录${once}，共${t.figure("sum")}分${cap}`;
}

function counted(t: Told): string {
  return t.figure("entries") === "1"
    ? "1 entry takes off"
    : `${t.figure("entries")} entries take off`;
}

function entriesEn(t: Told): string {
  if (t.figure("entries") === "0") return "Nothing was recorded";
  const once =
    t.figure("counted") === t.figure("entries")
      ? ""
      : `, of which ${t.figure("counted")} count, one for each deed`;
  const cap = t.has("cap") ? `, at most ${t.figure("cap")}` : "";
  const entries = t.figure("entries") === "1" ? "1 entry" : `${t.figure("entries")} entries`;
  return `${entries}${once}, ${count(t, "sum", "point")} in all${cap}`;
}
