import { row, type Row } from './sentence.js'

/** What the door itself says, before or after the domain is asked. */
export const DOOR: Readonly<Record<string, Row>> = {
  MALFORMED: row(
    400,
    ['请求内容无法读取⟦：{why}⟧', 'the request cannot be read⟦: {why}⟧'],
    ['请发送 UTF-8 编码的 JSON 对象', 'send a JSON object in UTF-8'],
  ),
  INVALID_INPUT: row(
    400,
    [
      '填写的内容有 {count} 处不符合要求，见 issues⟦；另有 {more} 处没有列出⟧',
      'the input does not fit the form (places: {count}); see issues⟦ … and {more} more⟧',
    ],
    [
      '按 issues 逐处改正；步骤的表单见 /api/steps',
      'correct each place as issues says; the forms of steps stand in /api/steps',
    ],
  ),
  ID_MISSING: row(
    400,
    ['“{step}”在已有的记录上办理，地址中缺少记录编号', '“{step}” is taken on a record, and the address names none'],
    ['用 POST /api/{kind:code}/<记录编号>/{step:code}', 'use POST /api/{kind:code}/<id of the record>/{step:code}'],
  ),
  UNAUTHENTICATED: row(
    401,
    ['尚未登录，或登录已过期⟦：{why}⟧', 'not signed in, or the sign-in has ended⟦: {why}⟧'],
    [
      '向 /api/sign-in 登录，并在 Authorization 头中带上 Bearer 凭证',
      'sign in at /api/sign-in and send the token as Authorization: Bearer',
    ],
  ),
  SESSION_OVER: row(
    401,
    ['登录已满 {hours} 小时，须重新登录', 'this session has lasted {hours} hours; sign in again'],
    ['用用户名和密码重新登录；已填写的内容不会丢失', 'sign in with user and password; what you have typed is kept'],
  ),
  WRONG_PASSWORD: row(
    401,
    ['用户名或密码不正确', 'user or password is not right'],
    ['核对后再试；多次失败会被暂停', 'check and try again; many failures are held off'],
  ),
  FORBIDDEN: row(
    403,
    ['您所在的机构不能办理此步骤⟦：{step}⟧', 'your agency may not take this step⟦: {step}⟧'],
    [
      '由有权的机构办理；您现在可以办的，这条记录上都列着',
      'leave it to the agency that may; what you may do now stands on the record',
    ],
  ),
  DEV_SIGN_IN_OFF: row(
    403,
    ['不能以任意身份登录', 'signing in as anyone is switched off'],
    ['用自己的账户登录；试用环境可设 AUTH=dev', 'sign in with an account of your own; for trials set AUTH=dev'],
  ),
  OFFICE_NOT_HELD: row(
    403,
    ['您没有担任该职务：{office}', 'you do not hold this office: {office}'],
    ['可选职务：{offices}', 'offices you hold: {offices}'],
  ),
  NOT_FOUND: row(
    404,
    ['没有找到，或您无权知悉', 'there is no such thing, or it is not yours to know'],
    ['核对地址和编号⟦；是否指 {nearest:code}⟧', 'check the address and the id⟦; did you mean {nearest:code}⟧'],
  ),
  METHOD_NOT_ALLOWED: row(
    405,
    ['该地址不接受 {method} 请求', 'this address does not take {method}'],
    ['可用：{allow}', 'it takes {allow}'],
  ),
  STALE_VERSION: row(
    412,
    [
      '记录已有新的进展⟦：{ago}，{who}，“{act}”⟧⟦，此外还有 {more} 步⟧⟦（当前版本 {version}，您依据的是 {expected}）⟧',
      'the record has moved on⟦: {who}, {ago}: “{act}”⟧⟦, and {more} more⟧⟦ (it is at version {version}, you acted on {expected})⟧',
    ],
    ['先看清新的进展，再决定是否继续', 'look at what is new, then decide'],
  ),
  TOO_LARGE: row(
    413,
    ['内容过大：上限 {limit} 字节', 'the content is too large: {limit} bytes at most'],
    ['材料请以编号引用，不要放入请求', 'name evidence by its id instead of sending it'],
  ),
  UNSUPPORTED_TYPE: row(
    415,
    ['只接受 application/json', 'only application/json is taken'],
    ['设置 Content-Type: application/json', 'send Content-Type: application/json'],
  ),
  KEY_REUSED: row(
    422,
    ['这个 Idempotency-Key 已用于另一份内容', 'this Idempotency-Key was used for another body'],
    ['换一个新的键，或重发原来的内容', 'use a new key, or send the first body again'],
  ),
  TOO_MANY_SIGN_INS: row(
    429,
    ['登录失败次数过多，请在 {seconds} 秒后再试', 'too many failed sign-ins; try again in {seconds} seconds'],
    ['稍候再试', 'wait, then try again'],
  ),
  NO_SUCH_CODE: row(
    404,
    ['没有这个查询码', 'there is no such access code'],
    [
      '逐字核对查询码（不含 0、1、I、O）；遗失的查询码不能找回',
      'check the code sign by sign (it has no 0, 1, I or O); a lost code cannot be found again',
    ],
  ),
  TOO_MANY_REQUESTS: row(
    429,
    ['尝试次数过多，请在 {seconds} 秒后再试', 'too many tries; try again in {seconds} seconds'],
    ['稍候再试', 'wait, then try again'],
  ),
  TOO_MANY_LINES: row(
    429,
    [
      '您打开的窗口过多，实时更新最多同时 {most} 个',
      'too many windows of yours are open: {most} at most are kept up to date',
    ],
    ['关闭其他窗口；本窗口改为定时刷新', 'close other windows; this one goes on by asking now and then'],
  ),
  PAPER_INCOMPLETE: row(
    422,
    ['《{paper}》还不能印制，缺少：{missing}', '{paper} cannot be printed yet; it lacks: {missing}'],
    ['在 missing 所指的地方填写后再印制', 'enter them where “missing” says, then print'],
  ),
  PAPER_CHARACTERS: row(
    422,
    ['《{paper}》中有字体没有的字：{characters}', '{paper} holds characters that the font has not: {characters}'],
    [
      '由运维人员在配置中换用含有这些字的字体，或改用规范字',
      'let the operator configure fonts that have them, or write standard characters',
    ],
  ),
  PAPER_NOT_PRINTED: row(
    422,
    ['《{paper}》没有印制格式', '{paper} has no printed form'],
    ['它的内容见记录的 papers', 'what it says stands in the record’s “papers”'],
  ),
  FAULT: row(
    500,
    ['系统出错，请求没有办成', 'the system failed; the request was not done'],
    [
      '请用同一个 Idempotency-Key 重试；仍不行，请把 trace 告诉运维人员',
      'try again with the same Idempotency-Key; if it persists tell the operator the trace',
    ],
  ),
  FOLDING: row(
    503,
    [
      '程序升级后，列表正在由全部记录重新整理，此刻还不完整',
      'after an upgrade the lists are being made anew from all records, and are not complete yet',
    ],
    [
      '记录本身照常可以打开和办理；列表请 {seconds} 秒后再看',
      'records themselves open and take steps as ever; look at the list again in {seconds} seconds',
    ],
  ),
  BUSY: row(
    503,
    [
      '此刻有他人正在办理同一记录，或系统正在停止',
      'others are writing this record at this moment, or the system is stopping',
    ],
    ['{seconds} 秒后用同一个 Idempotency-Key 重试', 'try again in {seconds} seconds with the same Idempotency-Key'],
  ),
}
