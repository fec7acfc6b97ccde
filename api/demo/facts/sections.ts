/**
 * Offices that any county has, and sections of theirs, for the rounds of counties whose own lists no source gives. Nothing
 * in it is about a real section; the demonstration says so in every name that it makes of it.
 */
export interface Office {
  zh: string;
  en: string;
  /** Its superiors sit in the prefecture or the province, not in the county. */
  vertical?: true;
  sections: readonly Section[];
}

type Section = readonly [zh: string, en: string, kind: Kind, tags?: readonly string[]];
type Kind = "service" | "enforcement";

const registration = ["registration"];
const start = ["business-start"];
const tax = ["tax"];
const industry = ["industry"];
const people = ["public-service"];
const livelihood = ["livelihood"];

export const offices: readonly Office[] = [
  {
    zh: "行政审批局",
    en: "Administrative approval bureau",
    sections: [
      ["企业开办科", "Starting a business", "service", registration],
      ["投资项目科", "Investment projects", "service", industry],
      ["社会事务科", "Social affairs", "service", livelihood],
      ["现场勘验科", "Visits on site", "service", start],
    ],
  },
  {
    zh: "市场监管局",
    en: "Market regulator",
    sections: [
      ["登记注册科", "Registration", "service", registration],
      ["食品监管科", "Food safety", "service", industry],
      ["计量认证科", "Measures and certificates", "service", start],
      ["综合执法队", "Enforcement team", "enforcement"],
    ],
  },
  {
    zh: "税务局",
    en: "Tax bureau",
    vertical: true,
    sections: [
      ["办税服务厅", "Tax service hall", "service", tax],
      ["税源管理科", "Tax sources", "service", tax],
      ["社保费科", "Social insurance contributions", "service", tax],
      ["稽查科", "Tax inspection", "enforcement", tax],
    ],
  },
  {
    zh: "人社局",
    en: "Human resources and social security",
    sections: [
      ["社会保险科", "Social insurance", "service", livelihood],
      ["就业服务科", "Employment service", "service", livelihood],
      ["职称评审科", "Professional titles", "service", people],
      ["劳动监察队", "Labour inspection", "enforcement"],
    ],
  },
  {
    zh: "自然资源局",
    en: "Natural resources",
    sections: [
      ["不动产登记科", "Real-estate registration", "service", people],
      ["用地审批科", "Land for building", "service", industry],
      ["规划科", "Planning", "service", industry],
      ["土地执法队", "Land enforcement", "enforcement"],
    ],
  },
  {
    zh: "住建局",
    en: "Housing and construction",
    sections: [
      ["建筑管理科", "Construction", "service", industry],
      ["物业管理科", "Property management", "service", livelihood],
      ["房产交易科", "Housing transactions", "service", people],
      ["质量监督站", "Quality supervision", "enforcement", industry],
    ],
  },
  {
    zh: "公安局",
    en: "Public security",
    sections: [
      ["户政科", "Household registration", "service", people],
      ["出入境科", "Exit and entry", "service", people],
      ["车辆管理所", "Vehicles", "service", people],
      ["治安大队", "Public order", "enforcement"],
    ],
  },
  {
    zh: "生态环境分局",
    en: "Environment, county branch",
    vertical: true,
    sections: [
      ["环评科", "Environmental assessment", "service", industry],
      ["监测科", "Monitoring", "service", industry],
      ["执法大队", "Environmental enforcement", "enforcement", industry],
    ],
  },
  {
    zh: "交通运输局",
    en: "Transport",
    sections: [
      ["运输管理科", "Road transport", "service", industry],
      ["驾培管理科", "Driving schools", "service", people],
      ["交通执法队", "Transport enforcement", "enforcement"],
    ],
  },
  {
    zh: "应急管理局",
    en: "Emergency management",
    sections: [
      ["危化品科", "Hazardous goods", "service", industry],
      ["安全培训科", "Safety training", "service", industry],
      ["安全执法队", "Safety enforcement", "enforcement", industry],
    ],
  },
  {
    zh: "民政局",
    en: "Civil affairs",
    sections: [
      ["社会救助科", "Social assistance", "service", livelihood],
      ["婚姻登记处", "Marriage registry", "service", people],
      ["养老服务科", "Care of the elderly", "service", livelihood],
    ],
  },
  {
    zh: "卫健局",
    en: "Health",
    sections: [
      ["医政科", "Medical institutions", "service", people],
      ["公共卫生科", "Public health", "service", livelihood],
      ["卫生监督所", "Health inspection", "enforcement"],
    ],
  },
  {
    zh: "教育局",
    en: "Education",
    sections: [
      ["学籍科", "School rolls", "service", people],
      ["民办教育科", "Private schools", "service", industry],
      ["学生资助科", "Aid for pupils", "service", livelihood],
    ],
  },
  {
    zh: "农业农村局",
    en: "Agriculture",
    sections: [
      ["惠农补贴科", "Subsidies for farmers", "service", livelihood],
      ["畜牧科", "Livestock", "service", industry],
      ["农业执法队", "Agricultural enforcement", "enforcement"],
    ],
  },
  {
    zh: "城管局",
    en: "City management",
    sections: [
      ["户外广告科", "Outdoor advertising", "service", start],
      ["市政设施科", "Streets and drains", "service", people],
      ["市容执法队", "Street enforcement", "enforcement"],
    ],
  },
];
