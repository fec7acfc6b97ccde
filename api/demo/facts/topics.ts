/** What an agency deals with, as far as the invented texts need it. By the agency's number in the list. */
export interface Topic {
  /** The field, as a sentence about duties says it. */
  field: string;
  /** Matters that people bring, with their type. */
  matters: readonly (readonly [name: string, type: string])[];
}

const licence = "行政许可";
const confirmation = "行政确认";
const benefit = "行政给付";
const service = "公共服务";
const inspection = "行政检查";

export const topics: Readonly<Record<number, Topic>> = {
  1: {
    field: "投资项目和价格管理",
    matters: [
      ["企业投资项目备案", service],
      ["政府投资项目建议书审批", licence],
      ["节能审查", licence],
      ["价格认定", confirmation],
    ],
  },
  2: {
    field: "工业经济和信息化",
    matters: [
      ["工业企业技术改造备案", service],
      ["企业创新项目申报", service],
      ["电力设施周边作业许可", licence],
    ],
  },
  3: {
    field: "教育事务",
    matters: [
      ["教师资格认定", confirmation],
      ["民办学校设立审批", licence],
      ["中小学生转学", service],
      ["学历证明补办", service],
    ],
  },
  4: {
    field: "科技项目和成果",
    matters: [
      ["科技型企业申报", confirmation],
      ["科技项目验收", service],
      ["技术合同登记", confirmation],
    ],
  },
  5: {
    field: "民族宗教事务",
    matters: [
      ["民族成份变更", confirmation],
      ["宗教活动场所登记", licence],
    ],
  },
  6: {
    field: "治安、户籍和交通管理",
    matters: [
      ["居民身份证办理", confirmation],
      ["户口登记与迁移", confirmation],
      ["交通违法处理", service],
      ["旅馆业特种行业许可", licence],
      ["无犯罪记录证明", service],
    ],
  },
  7: {
    field: "消防安全",
    matters: [
      ["公众聚集场所投入使用前消防检查", licence],
      ["消防安全咨询", service],
    ],
  },
  8: {
    field: "民政和社会事务",
    matters: [
      ["结婚登记", confirmation],
      ["最低生活保障申请", benefit],
      ["社会团体成立登记", licence],
      ["殡葬惠民补助", benefit],
    ],
  },
  9: {
    field: "公共法律服务",
    matters: [
      ["法律援助申请", benefit],
      ["人民调解", service],
      ["公证办理", service],
      ["法律咨询", service],
    ],
  },
  10: {
    field: "财政资金和政府采购",
    matters: [
      ["政府采购投诉处理", service],
      ["会计代理记账许可", licence],
      ["惠企资金拨付", service],
    ],
  },
  11: {
    field: "就业、社会保险和劳动关系",
    matters: [
      ["城乡居民养老保险参保", service],
      ["失业保险金申领", benefit],
      ["劳动人事争议仲裁", service],
      ["欠薪投诉受理", service],
    ],
  },
  12: {
    field: "土地、不动产和自然资源",
    matters: [
      ["不动产转移登记", confirmation],
      ["不动产抵押登记", confirmation],
      ["建设用地规划许可", licence],
      ["农村宅基地用地审核", licence],
    ],
  },
  13: {
    field: "住房和城乡建设",
    matters: [
      ["建筑工程施工许可", licence],
      ["公租房申请", benefit],
      ["物业维修资金使用", service],
      ["建设工程竣工验收备案", service],
    ],
  },
  14: {
    field: "道路运输、公路和港航",
    matters: [
      ["道路货物运输经营许可", licence],
      ["营运车辆年度审验", confirmation],
      ["超限运输许可", licence],
      ["路政巡查与处理", inspection],
    ],
  },
  15: {
    field: "水利和水资源",
    matters: [
      ["取水许可", licence],
      ["水土保持方案审批", licence],
      ["河道内建设方案审查", licence],
    ],
  },
  16: {
    field: "农业农村",
    matters: [
      ["农药经营许可", licence],
      ["动物检疫申报", confirmation],
      ["农机登记与年检", confirmation],
      ["农业补贴申请", benefit],
    ],
  },
  17: {
    field: "商务流通",
    matters: [
      ["对外贸易经营者备案", service],
      ["成品油零售经营资格", licence],
      ["单用途预付卡备案", service],
    ],
  },
  18: {
    field: "文化、体育和旅游",
    matters: [
      ["营业性演出许可", licence],
      ["娱乐场所经营许可", licence],
      ["公共场馆预约", service],
    ],
  },
  19: {
    field: "卫生健康",
    matters: [
      ["公共场所卫生许可", licence],
      ["医师执业注册", licence],
      ["生育登记", service],
      ["职业病危害项目申报", service],
    ],
  },
  20: {
    field: "退役军人服务",
    matters: [
      ["优抚对象抚恤申领", benefit],
      ["退役士兵报到安置", service],
    ],
  },
  21: {
    field: "安全生产和应急",
    matters: [
      ["危险化学品经营许可", licence],
      ["生产安全事故应急预案备案", service],
      ["烟花爆竹零售许可", licence],
    ],
  },
  22: {
    field: "市场监管",
    matters: [
      ["企业设立登记", licence],
      ["个体工商户登记", licence],
      ["食品经营许可", licence],
      ["消费投诉处理", service],
      ["特种设备使用登记", confirmation],
    ],
  },
  23: {
    field: "医疗保障",
    matters: [
      ["医疗费用报销", benefit],
      ["城乡居民医保参保", service],
      ["异地就医备案", service],
    ],
  },
  24: {
    field: "城市管理和综合执法",
    matters: [
      ["临时占用城市道路许可", licence],
      ["户外广告设置审批", licence],
      ["市容投诉处理", service],
      ["建筑垃圾处置核准", licence],
    ],
  },
  25: {
    field: "生态环境保护",
    matters: [
      ["环境影响评价审批", licence],
      ["排污许可", licence],
      ["环境信访处理", service],
    ],
  },
  26: {
    field: "招商和企业服务",
    matters: [
      ["投资项目咨询代办", service],
      ["企业落地协调", service],
    ],
  },
  27: {
    field: "纳税服务和税务管理",
    matters: [
      ["纳税申报", service],
      ["发票领用", service],
      ["出口退税", service],
      ["完税证明开具", service],
    ],
  },
  28: {
    field: "人民防空",
    matters: [
      ["人防工程竣工备案", service],
      ["防空地下室易地建设审批", licence],
    ],
  },
  29: {
    field: "气象服务和防雷",
    matters: [
      ["防雷装置设计审核", licence],
      ["气象灾害证明", service],
    ],
  },
  30: {
    field: "水上交通安全",
    matters: [
      ["船舶进出港报告", service],
      ["水上水下活动许可", licence],
    ],
  },
  31: {
    field: "公共资源交易",
    matters: [
      ["招标项目进场登记", service],
      ["投标保证金退还", service],
    ],
  },
  32: {
    field: "用电服务",
    matters: [
      ["低压用电新装", service],
      ["电费查询与发票", service],
      ["故障报修", service],
    ],
  },
};

/** The townships' own offices come last in the list. */
export const townshipTopic: Topic = {
  field: "基层应急管理和新居民服务",
  matters: [
    ["居住证申领", confirmation],
    ["出租房登记", service],
    ["防汛避险安置", service],
    ["安全隐患举报受理", service],
  ],
};
