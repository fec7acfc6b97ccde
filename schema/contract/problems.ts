/**
 * Every problem the API can answer with: one table, from which come the responses (RFC 9457),
 * the documentation and the SDK's types. `retry` tells a machine what `action` tells a person.
 */

interface ProblemKind {
  status: number;
  /** never: the same request fails for ever; after-fix: once somebody has done `action`; later: as it is, after a pause. */
  retry: "never" | "after-fix" | "later";
  title: { zh: string; en: string };
  action: { zh: string; en: string };
}

const kinds = {
  malformed_json: {
    status: 400,
    retry: "after-fix",
    title: { zh: "请求正文不是有效的 JSON", en: "The request body is not valid JSON" },
    action: { zh: "请修正 JSON 语法后重发。", en: "Mend the JSON syntax and send it again." },
  },
  invalid_parameter: {
    status: 400,
    retry: "after-fix",
    title: { zh: "路径或查询参数无效", en: "A path or query parameter is invalid" },
    action: { zh: "请按 errors 中所指的参数修正。", en: "Correct the parameters named in errors." },
  },
  invalid_cursor: {
    status: 400,
    retry: "after-fix",
    title: { zh: "翻页游标无效", en: "The page cursor is invalid" },
    action: {
      zh: "请去掉 cursor，从第一页重新开始。",
      en: "Leave out cursor and start from the first page.",
    },
  },
  unauthenticated: {
    status: 401,
    retry: "after-fix",
    title: { zh: "缺少有效凭证", en: "No valid credential was sent" },
    action: {
      zh: "请在 Authorization 头中携带有效的 Bearer 令牌；设备请重新换取令牌。",
      en: "Send a valid bearer token in the Authorization header; a device asks for a new token.",
    },
  },
  invalid_client: {
    status: 401,
    retry: "after-fix",
    title: { zh: "设备身份断言无效", en: "The device's assertion is invalid" },
    action: {
      zh: "请检查签名密钥、aud、iat 与 exp；时钟不准时以响应的 Date 头校正。",
      en: "Check the signing key, aud, iat and exp; correct the clock by the Date header of this answer.",
    },
  },
  credential_revoked: {
    status: 401,
    retry: "never",
    title: { zh: "设备凭证已被吊销", en: "The device's credential has been revoked" },
    action: {
      zh: "请联系组织方重新登记设备；未发送的评价会保留在设备上。",
      en: "Ask the organiser to enrol the device anew; keep the unsent ratings.",
    },
  },
  forbidden: {
    status: 403,
    retry: "never",
    title: { zh: "该凭证无权执行此操作", en: "This credential may not do that" },
    action: {
      zh: "请使用具有相应角色的凭证。",
      en: "Use a credential with the role that the operation asks for.",
    },
  },
  unit_not_assigned: {
    status: 403,
    retry: "after-fix",
    title: {
      zh: "该设备在该日期未分配给此单位",
      en: "The device was not assigned to this unit on that date",
    },
    action: {
      zh: "请组织方核对设备分配；评价请保留在设备上。",
      en: "Ask the organiser to check the assignment; keep the rating on the device.",
    },
  },
  not_found: {
    status: 404,
    retry: "never",
    title: { zh: "没有这个地址", en: "There is nothing at this address" },
    action: { zh: "请对照接口文档检查路径。", en: "Check the path against the documentation." },
  },
  unknown_agency: {
    status: 404,
    retry: "never",
    title: { zh: "没有这个部门", en: "There is no such agency" },
    action: { zh: "请用部门列表中的标识。", en: "Use an id from the list of agencies." },
  },
  unknown_unit: {
    status: 404,
    retry: "never",
    title: { zh: "没有这个单位", en: "There is no such unit" },
    action: { zh: "请用单位列表中的标识。", en: "Use an id from the list of units." },
  },
  unknown_programme: {
    status: 404,
    retry: "never",
    title: { zh: "没有这个评议方案", en: "There is no such programme" },
    action: {
      zh: "请用方案列表中的标识与版本。",
      en: "Use an id and version from the list of programmes.",
    },
  },
  unknown_round: {
    status: 404,
    retry: "never",
    title: { zh: "没有这一轮评议", en: "There is no such round" },
    action: { zh: "请用轮次列表中的标识。", en: "Use an id from the list of rounds." },
  },
  unknown_device: {
    status: 404,
    retry: "never",
    title: { zh: "没有这台设备", en: "There is no such device" },
    action: { zh: "请用设备列表中的标识。", en: "Use an id from the list of devices." },
  },
  unknown_enrolment_code: {
    status: 404,
    retry: "never",
    title: {
      zh: "登记码不存在、已使用或已过期",
      en: "The enrolment code is unknown, used or expired",
    },
    action: { zh: "请组织方签发新的登记码。", en: "Ask the organiser for a new enrolment code." },
  },
  not_published: {
    status: 404,
    retry: "later",
    title: { zh: "该轮结果尚未公布", en: "The result of this round is not published" },
    action: { zh: "请在公布后再取。", en: "Ask again after publication." },
  },
  unknown_ledger: {
    status: 404,
    retry: "never",
    title: { zh: "该轮方案没有这个台账", en: "The round's programme has no such ledger" },
    action: { zh: "请用方案中的台账标识。", en: "Use the id of a ledger of the programme." },
  },
  unknown_entry: {
    status: 404,
    retry: "never",
    title: { zh: "没有这条台账记录", en: "There is no such ledger entry" },
    action: { zh: "请用台账列表中的标识。", en: "Use an id from the list of entries." },
  },
  unknown_release: {
    status: 404,
    retry: "never",
    title: { zh: "该轮没有这一版公布结果", en: "The round has no such release" },
    action: {
      zh: "请省略 release，或使用 Link 头中列出的版本。",
      en: "Leave `release` out, or use one that a Link header names.",
    },
  },
  method_not_allowed: {
    status: 405,
    retry: "never",
    title: { zh: "该地址不支持此方法", en: "This address does not support the method" },
    action: { zh: "请使用 Allow 头中列出的方法。", en: "Use a method listed in the Allow header." },
  },
  programme_version_exists: {
    status: 409,
    retry: "never",
    title: {
      zh: "该方案版本已存在且内容不同",
      en: "This programme version exists with other content",
    },
    action: {
      zh: "方案版本不可修改；请以新版本号上传。",
      en: "A version never changes; upload under a new version.",
    },
  },
  round_exists: {
    status: 409,
    retry: "never",
    title: { zh: "该轮次已存在且内容不同", en: "This round exists with other content" },
    action: { zh: "请换一个轮次标识。", en: "Choose another id for the round." },
  },
  round_overlaps: {
    status: 409,
    retry: "after-fix",
    title: {
      zh: "与同一方案的另一轮日期重叠",
      en: "The dates overlap another round of the programme",
    },
    action: {
      zh: "请调整日期：一次来访只属于一轮。",
      en: "Change the dates: a visit belongs to one round.",
    },
  },
  round_state: {
    status: 409,
    retry: "after-fix",
    title: { zh: "轮次当前状态不允许此操作", en: "The round's state does not allow this" },
    action: {
      zh: "请按方案规定的状态顺序操作。",
      en: "Follow the order of states of the programme.",
    },
  },
  round_still_accepts: {
    status: 409,
    retry: "later",
    title: { zh: "该轮仍在接收评价", en: "The round still accepts ballots" },
    action: { zh: "请在接收截止之后再关闭。", en: "Close it after its last moment of acceptance." },
  },
  recount_differs: {
    status: 409,
    retry: "after-fix",
    title: {
      zh: "重新计票与计数不一致，已停止公布",
      en: "The recount differs from the counters: publication stopped",
    },
    action: {
      zh: "请保全数据并联系技术负责人核查。",
      en: "Preserve the data and have the difference examined.",
    },
  },
  entry_exists: {
    status: 409,
    retry: "never",
    title: {
      zh: "该标识的台账记录已存在且内容不同",
      en: "A ledger entry of this id exists with other content",
    },
    action: {
      zh: "记录不可修改；请冲销后以新标识重记。",
      en: "Entries never change; cancel it and record another.",
    },
  },
  decision_exists: {
    status: 409,
    retry: "never",
    title: {
      zh: "该标识的决定已存在且内容不同",
      en: "A decision of this id exists with other content",
    },
    action: {
      zh: "请以新标识记录新的决定。",
      en: "Record the new decision under an id of its own.",
    },
  },
  draw_done: {
    status: 409,
    retry: "never",
    title: { zh: "该票流已经抽取", en: "The draw of this stream is done" },
    action: {
      zh: "抽取只进行一次；请查看已公布的抽取。",
      en: "A draw is done once; see the one that is published.",
    },
  },
  correction_unexplained: {
    status: 409,
    retry: "after-fix",
    title: {
      zh: "数据与已公布的不同，须说明更正理由",
      en: "The figures differ from those published, and nothing says why",
    },
    action: {
      zh: "请在 correction 中写明决定的职务和理由。",
      en: "Name the role that decided it and the reason in `correction`.",
    },
  },
  round_not_open: {
    status: 409,
    retry: "later",
    title: { zh: "该日期没有开放的轮次", en: "No round is open for that date" },
    action: {
      zh: "请保留评价，待轮次开放后重发。",
      en: "Keep the ballot and send it when the round opens.",
    },
  },
  visit_already_rated: {
    status: 409,
    retry: "never",
    title: { zh: "这次来访已经评价过", en: "This visit has already been rated" },
    action: {
      zh: "一次来访只计一次评价，无需重发。",
      en: "One visit counts once; do not send it again.",
    },
  },
  superseded: {
    status: 409,
    retry: "never",
    title: { zh: "已有更新版本的选票", en: "A newer version of this ballot exists" },
    action: {
      zh: "旧版本不再生效，无需重发。",
      en: "The older version has no effect; do not send it again.",
    },
  },
  token_spent: {
    status: 409,
    retry: "never",
    title: { zh: "该投票凭证已使用", en: "This voting token has been spent" },
    action: { zh: "每个凭证只能投一次。", en: "A token votes once." },
  },
  device_enrolled: {
    status: 409,
    retry: "never",
    title: { zh: "该设备已登记", en: "The device has already enrolled" },
    action: {
      zh: "更换设备请吊销旧设备，并以新的标识邀请新设备。",
      en: "To replace it, revoke it and invite a new device under its own id.",
    },
  },
  ambiguous_assignment: {
    status: 422,
    retry: "after-fix",
    title: {
      zh: "方案中适用的评议表或群体不唯一",
      en: "The programme leaves a choice of instrument or group",
    },
    action: {
      zh: "请在分配中写明 instrument 与 group。",
      en: "Name instrument and group in the assignment.",
    },
  },
  key_in_use: {
    status: 409,
    retry: "never",
    title: { zh: "该公钥已登记在另一台设备上", en: "This public key belongs to another device" },
    action: { zh: "请在设备上生成新的密钥对。", en: "Make a new key pair on the device." },
  },
  unit_closed: {
    status: 409,
    retry: "never",
    title: { zh: "该单位已撤销", en: "The unit has been closed" },
    action: { zh: "请使用承继单位。", en: "Use its successor." },
  },
  too_large: {
    status: 413,
    retry: "after-fix",
    title: { zh: "请求正文过大", en: "The request body is too large" },
    action: { zh: "请分成较小的批次发送。", en: "Send smaller batches." },
  },
  unsupported_media_type: {
    status: 415,
    retry: "after-fix",
    title: { zh: "不支持的内容类型或压缩", en: "The content type or encoding is not supported" },
    action: {
      zh: "请发送未压缩的 application/json（令牌接口为表单）。",
      en: "Send uncompressed application/json (a form for the token operation).",
    },
  },
  invalid_body: {
    status: 422,
    retry: "after-fix",
    title: { zh: "请求内容不符合约定", en: "The request does not match the contract" },
    action: {
      zh: "请按 errors 中的 JSON 指针逐项修正。",
      en: "Correct each place named by a JSON pointer in errors.",
    },
  },
  serial_reused: {
    status: 422,
    retry: "never",
    title: { zh: "同一序列号已用于另一张选票", en: "This serial belongs to a different ballot" },
    action: {
      zh: "先前的选票保持不变；新评价请生成新的序列号。",
      en: "The first ballot stands; make a new serial for a new rating.",
    },
  },
  off_instrument: {
    status: 422,
    retry: "never",
    title: { zh: "选票与评议表不符", en: "The ballot does not fit its instrument" },
    action: {
      zh: "请按设备配置中的评议表作答。",
      en: "Answer by the instrument in the device's configuration.",
    },
  },
  implausible_date: {
    status: 422,
    retry: "after-fix",
    title: {
      zh: "评价日期在未来或早得不合理",
      en: "The rating's date lies in the future or implausibly far back",
    },
    action: {
      zh: "请校准设备时钟；设备发送心跳后，同一评价可原样再发。",
      en: "Set the device's clock; after a heartbeat that tells the clock, send the same ballot again.",
    },
  },
  programme_invalid: {
    status: 422,
    retry: "after-fix",
    title: { zh: "方案文件无法运行", en: "The programme document cannot run" },
    action: {
      zh: "请按 errors 逐项修正后重新上传。",
      en: "Mend each place named in errors and upload again.",
    },
  },
  entry_out_of_catalogue: {
    status: 422,
    retry: "after-fix",
    title: { zh: "台账记录不符合目录", en: "The ledger entry does not fit its catalogue" },
    action: {
      zh: "请核对条目、分值范围与日期。",
      en: "Check the entry, its range of points and its date.",
    },
  },
  too_many_requests: {
    status: 429,
    retry: "later",
    title: { zh: "请求过于频繁", en: "Too many requests" },
    action: { zh: "请按 Retry-After 等待后重试。", en: "Wait as Retry-After says and try again." },
  },
  internal: {
    status: 500,
    retry: "later",
    title: { zh: "服务器内部错误", en: "The server failed" },
    action: {
      zh: "请稍后以相同的序列号重试；不会重复计票。",
      en: "Try again later with the same serial; nothing is counted twice.",
    },
  },
  overloaded: {
    status: 503,
    retry: "later",
    title: { zh: "服务器繁忙", en: "The server is busy" },
    action: {
      zh: "请按 Retry-After 等待后重试，评价请保留。",
      en: "Keep the ballot, wait as Retry-After says and try again.",
    },
  },
  storage_failed: {
    status: 503,
    retry: "later",
    title: {
      zh: "存储暂时不可用，未记录任何内容",
      en: "Storage is unavailable; nothing was recorded",
    },
    action: {
      zh: "请保留评价，稍后以相同的序列号重试。",
      en: "Keep the ballot and try again later with the same serial.",
    },
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof kinds;
export const problemKinds: Readonly<Record<ProblemCode, ProblemKind>> = kinds;
export const problemCodes: readonly ProblemCode[] = Object.keys(kinds).filter(isProblemCode);

export function isProblemCode(text: string): text is ProblemCode {
  return text in kinds;
}
