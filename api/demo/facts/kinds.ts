/**
 * Kinds of unit, for the invented texts and for how many people come: recognised by words of the name, the first that fits.
 * `{unit}` and `{field}` are filled in.
 */
export interface Kind {
  id: string;
  /** Words in the name; with none, the category decides. */
  words: readonly string[];
  category?: "midlevel" | "approval" | "enforcement";
  duties: string;
  content: string;
  procedure: string;
  /** Promised working days, from which the texts and the items take theirs. */
  days: number;
  standard: string;
  /** Visits on an ordinary day. */
  visits: number;
}

export const kinds: readonly Kind[] = [
  {
    id: "hall-window",
    words: ["窗口", "办税服务厅", "注册分局", "客户服务中心"],
    duties: "在大厅受理{field}类事项，一次告知材料，统一出件，解答咨询。",
    content: "{field}类事项在窗口一次受理、一次办结，材料不齐的一次告知。",
    procedure: "取号、受理、审核、出件；容缺材料可以后补。",
    days: 3,
    standard: "不推诿，不超时，排队一般不超过二十分钟。",
    visits: 14,
  },
  {
    id: "police-station",
    words: ["派出所"],
    duties: "负责辖区治安管理、户籍和身份证件办理、纠纷调解和报警处置。",
    content: "户籍、证件业务当日受理，报警求助及时到场。",
    procedure: "窗口受理、核对信息、当场办理或出具回执。",
    days: 5,
    standard: "首问负责，用语文明，处置过程留有记录。",
    visits: 6,
  },
  {
    id: "civil-service",
    words: ["婚姻登记", "公证处", "法律援助", "殡仪馆", "养老中心", "医保中心", "车管所", "出入境"],
    duties: "面向群众直接办理{field}类事项，提供咨询、预约和引导。",
    content: "{field}类事项公开条件和收费，符合条件的当场办理。",
    procedure: "预约或取号、提交材料、审核、当场办结或约定取件。",
    days: 2,
    standard: "收费公示，态度热情，老年人和残疾人优先。",
    visits: 10,
  },
  {
    id: "utility",
    words: ["供电所", "自来水", "游泳馆", "档案室", "交易中心"],
    duties: "为居民和企业提供{field}相关的营业、报修和查询服务。",
    content: "营业时间不间断服务，报修后及时联系。",
    procedure: "电话或柜台受理、派单、上门处理、回访。",
    days: 3,
    standard: "城区四十五分钟内到达现场，收费有据。",
    visits: 5,
  },
  {
    id: "school-district",
    words: ["学区", "教育考试"],
    duties: "负责辖区学校管理、入学转学和考试报名等服务。",
    content: "入学、转学和报名政策提前公开，符合条件的按时办理。",
    procedure: "公布政策、受理申请、核对材料、公示结果。",
    days: 7,
    standard: "条件公开，结果公示，咨询有回应。",
    visits: 3,
  },
  {
    id: "justice-office",
    words: ["司法所"],
    duties: "负责辖区人民调解、法律咨询、社区矫正和法治宣传。",
    content: "调解申请当日登记，一般纠纷限期调结。",
    procedure: "登记、了解情况、组织调解、签订协议、回访。",
    days: 15,
    standard: "中立公正，不收费用，保守当事人秘密。",
    visits: 2,
  },
  {
    id: "enforcement-team",
    words: ["大队", "中队", "监察", "监督站", "稽查"],
    duties: "依法开展{field}方面的巡查、检查和案件办理，受理举报。",
    content: "执法亮证，检查事项和裁量标准公开，举报必有回复。",
    procedure: "受理或发现、现场核查、告知权利、处理、反馈。",
    days: 10,
    standard: "两人执法，全程记录，不随意检查。",
    visits: 2.4,
  },
  {
    id: "branch",
    words: ["分局", "管理所", "运管所", "税务所", "监理所", "人力社保所", "动物卫生监督所", "站"],
    duties: "在辖区内办理{field}类事项，就近受理申请，开展日常管理。",
    content: "{field}类常办事项就近受理，能当场办的当场办。",
    procedure: "受理、初审、现场查看或转报、办结告知。",
    days: 5,
    standard: "一次告知，全程可查，不让群众多跑。",
    visits: 4,
  },
  {
    id: "approval-section",
    words: ["审批"],
    category: "approval",
    duties: "集中办理{field}方面的审批，制定办事指南，协调现场勘查。",
    content: "{field}类审批公开条件、材料和时限，逾期说明原因。",
    procedure: "受理、审查、必要时现场勘查、决定、送达。",
    days: 7,
    standard: "标准统一，零差错，不增设材料。",
    visits: 5,
  },
  {
    id: "township-office",
    words: ["应急管理中心", "新居民服务"],
    duties: "承担{field}工作，受理群众申请和求助，组织值守。",
    content: "申请当日受理，紧急求助先处置后补手续。",
    procedure: "登记、核实、办理或转送、答复。",
    days: 3,
    standard: "值守不断，转送有去向，件件有答复。",
    visits: 2.2,
  },
  {
    id: "policy-section",
    words: [],
    duties: "负责{field}中“{unit}”方面的政策落实、业务指导和企业群众咨询。",
    content: "来访来电有人接待，政策解答口径一致，申报事项按期办理。",
    procedure: "接待登记、答复或承办、结果反馈。",
    days: 10,
    standard: "首问负责，当日回应，办结有据。",
    visits: 1.6,
  },
];
