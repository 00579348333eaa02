import type { YAMLError } from 'yaml'
import type { Title } from '#kernel'

/** What the YAML library complains of, in Chinese; the English is its own. */
const ZH: Readonly<Record<string, string>> = {
  ALIAS_PROPS: '引用（*）不能带标签或锚',
  BAD_ALIAS: '引用（*）的写法不对',
  BAD_COLLECTION_TYPE: '标签与内容的类型不符',
  BAD_DIRECTIVE: '指令（%）的写法不对',
  BAD_DQ_ESCAPE: '双引号中的转义不对',
  BAD_INDENT: '缩进不对',
  BAD_PROP_ORDER: '锚和标签应写在内容之前',
  BAD_SCALAR_START: '文字不能以这个符号开头，请加引号',
  BLOCK_AS_IMPLICIT_KEY: '冒号的位置不对：一行里有两个键，或者文字中的冒号没有加引号',
  BLOCK_IN_FLOW: '花括号或方括号中不能用换行的写法',
  DUPLICATE_KEY: '同一个键写了两次',
  MISSING_CHAR: '缺少符号（引号、括号、逗号或冒号）',
  MULTILINE_IMPLICIT_KEY: '键写成了多行：可能缺少冒号或缩进不对',
  MULTIPLE_ANCHORS: '锚（&）写了两个',
  MULTIPLE_DOCS: '一个文件只能写一个故事',
  MULTIPLE_TAGS: '标签（!）写了两个',
  NON_STRING_KEY: '键应为文字',
  TAB_AS_INDENT: '缩进用了制表符，请改用空格',
  TAG_RESOLVE_FAILED: '不认识的标签（!）',
  UNEXPECTED_TOKEN: '此处的内容不合 YAML 的写法',
}

export const yamlText = ({ code, message }: Pick<YAMLError, 'code' | 'message'>): Title => ({
  zh: `YAML 写法有误：${ZH[code] ?? '此处不合写法'}`,
  en: `bad YAML: ${message}`,
})
