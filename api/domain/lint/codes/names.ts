import type { CodeEntry } from "./entry.ts";

/** Names and what they refer to. */
export const names = {
  duplicate_name: {
    severity: "error",
    message: { zh: "名称 {name} 用了两次", en: "The name {name} is used twice." },
    explanation: {
      zh: "同一列表里的名称（以及同一张评分表里的全部指标）必须各不相同，否则别处引用时不知道指的是哪一个。",
      en: "Names in one list (and all indicators of one sheet) must differ, or nobody knows which one a reference means.",
    },
  },
  listed_twice: {
    severity: "error",
    message: { zh: "{name} 列了两遍", en: "{name} is listed twice." },
    explanation: {
      zh: "一个名单里同一项只能出现一次，否则会被重复计算。",
      en: "An item may stand in a list of names only once, or it would count twice.",
    },
  },
  reserved_name: {
    severity: "error",
    message: { zh: "{name} 是保留名称", en: "The name {name} is taken by the language." },
    explanation: {
      zh: "`total` 指总分，`shortlist` 指全部入围名单；别的部分不能用这两个名称。",
      en: "`total` stands for the total and `shortlist` for all of its lists, so no part may be called that.",
    },
  },
  unknown_name: {
    severity: "error",
    message: { zh: "没有 {path}", en: "There is no {path}." },
    explanation: {
      zh: "这里引用的名称在文件中不存在；多半是拼错，或者那一部分还没有写。",
      en: "A name that is referred to does not exist in the document: misspelt, or not written yet.",
    },
  },
  note_about_nothing: {
    severity: "error",
    message: {
      zh: "说明指向的 {about} 不存在",
      en: "A note is about {about}, which is not there.",
    },
    explanation: {
      zh: "每条说明都要指向它所解释的部分；部分改名或删除后，说明要跟着改。",
      en: "Every note points to the part it explains; when the part is renamed or removed, the note must follow.",
    },
  },
} satisfies Record<string, CodeEntry>;
