import { dayOf, type Clock, type Shown } from '#kernel'
import type { Rules } from '#rules'
import type { Played, Playing } from './play.js'
import { clockStrip, clockTitle, explanation } from './report-clocks.js'
import { findingList, type Page } from './report-findings.js'
import { STYLE } from './report-style.js'
import { CLOCK_STATES, dateText, escape, monthText } from './report-words.js'

const whoText = ({ rules }: Page, one: Played): string => {
  if (!one.actor) return '时间经过 time passes'
  const { agency, office, name } = one.actor
  const of = rules.agency(agency)
  const title = rules.offices.find((each) => each.code === office)?.title.zh ?? office
  return [of?.name.zh ?? agency, of?.level === 'outside' ? '' : title, name].filter(Boolean).join(' · ')
}

/** Where the act led: the state, or why not. */
const outcomeText = (one: Played): string => {
  if (!one.reply) return ''
  const { status, outcome, says } = one.reply
  if (status < 300) return `<em>${escape(one.records.this?.stateTitle?.zh ?? outcome)}</em>`
  return `<em class="refused">不予办理</em><p class="says">${escape(says?.zh ?? '')} <small>${escape(says?.en ?? '')}</small> <small>${escape(outcome)}</small></p>`
}

const entryRow = (page: Page, one: Played): string => {
  const failed = one.findings.some((finding) => !finding.ok)
  const [day, time] = [
    dateText(one.at.slice(0, 10), page.year),
    one.at.slice(11, one.at.slice(17, 19) === '00' ? 16 : 19),
  ]
  const record = one.records.this
  return `<li class="${failed ? 'no' : 'ok'}"><time>${escape(day)}<small>${escape(time)}</small></time><div>
<p class="act"><b>${escape(one.title?.zh ?? '—')}</b>${record ? ` <span>${escape(page.nameOf(record))}</span>` : ''}${outcomeText(one)}</p>
<p class="who">${escape(whoText(page, one))} ${one.title ? `<small>${escape(one.title.en)}</small>` : ''}</p>
${findingList(one, page)}</div></li>`
}

/** Entries with a heading where a month begins. */
const entryList = (page: Page, entries: readonly Played[]): string => {
  const rows = entries.map((one, index) => {
    const month = monthText(one.at)
    const heading = index && monthText(entries[index - 1]!.at) === month ? '' : `<li class="month">${month}</li>`
    return heading + entryRow(page, one)
  })
  return `<ol class="entries">${rows.join('')}</ol>`
}

const clockRow = (page: Page, record: Shown, clock: Clock): string => {
  const row = page.rules.clock(clock.id, dayOf(clock.start), record.kind)
  const paused = clock.pausedSince ? `自 ${dateText(clock.pausedSince, page.year)} 起中止` : '—'
  const strict =
    clock.strict && clock.strict !== clock.due
      ? ` <small>不顺延则为 ${escape(dateText(clock.strict, page.year))}</small>`
      : ''
  return `<tr class="${clock.state}"><td><b>${escape(clockTitle(page.rules, record.kind, clock))}</b><small>${escape(row?.title.en ?? '')} ${clock.id}</small></td><td>${CLOCK_STATES[clock.state]}${clock.provisional ? '<small>暂定</small>' : ''}</td><td>${escape(dateText(clock.start, page.year))}</td><td>${clock.due ? escape(dateText(clock.due, page.year)) : paused}${strict}${explanation(page.rules, record.kind, clock, page.year)}</td></tr>`
}

const CLOCK_HEAD = '<tr><th>期限 clock</th><th>状态 state</th><th>起算 from</th><th>截止 due</th></tr>'

/** Papers of one title without a number are counted. */
const paperTexts = ({ papers }: Shown): string[] => {
  const texts = papers.map(({ title, number }) => `《${escape(title)}》${escape(number ?? '')}`)
  return [...new Set(texts)].map((text) => {
    const times = texts.filter((one) => one === text).length
    return times > 1 ? `${text}×${times}` : text
  })
}

const recordSection = (page: Page, record: Shown): string => {
  const papers = paperTexts(record)
  const clocks = record.clocks.map((clock) => clockRow(page, record, clock)).join('')
  return `<section><h3>${escape(page.nameOf(record))} <em>${escape(record.stateTitle?.zh ?? record.state)}</em></h3>
${papers.length ? `<p>文书 papers：${papers.join('、')}</p>` : ''}
${clocks ? `<table><thead>${CLOCK_HEAD}</thead><tbody>${clocks}</tbody></table>` : ''}
<p class="chain">提交链 chain of ${record.chain.seq} · <code>${record.chain.head.slice(0, 24)}…</code></p></section>`
}

/** The last sight of every record that the trunk speaks of. */
const lastSeen = (entries: readonly Played[]): Shown[] => {
  const seen = new Map<string, Shown>()
  for (const one of entries) for (const record of Object.values(one.records)) seen.set(record.id, record)
  return [...seen.values()]
}

const branchSection = (page: Page, playing: Playing, id: string): string => {
  const branch = playing.story.branches.find((one) => one.id === id)!
  const own = playing.entries.filter((one) => one.branch === id)
  return `<section><h3>${escape(branch.title.zh)} <small>${escape(branch.title.en)}</small></h3>${entryList(page, own)}</section>`
}

const part = (zh: string, en: string, html: string): string =>
  html ? `<h2>${zh} <small>${en}</small></h2>${html}` : ''

const header = ({ story, counts, ok }: Playing, agencies: number): string => {
  const { title, about, source } = story
  return `<header><p class="kicker">联盾 Liandun · 案件经过报告 story report · 人物、企业和案件均属虚构 all of it is fictitious</p><h1>${escape(title.zh)} <small>${escape(title.en)}</small></h1>
${about ? `<p>${escape(about.zh)}</p><p><small>${escape(about.en)}</small></p>` : ''}${source ? `<p><small>${escape(source)}</small></p>` : ''}
<p class="sum ${ok ? 'ok' : 'no'}">${ok ? `✓ ${counts.findings} 处核对全部相符 all checks hold` : `✗ ${counts.findings} 处核对中 ${counts.failed} 处不符 checks differ`} · ${counts.entries} 步 entries · ${agencies} 个单位 agencies · ${counts.branches} 个分支 branches</p></header>`
}

/** One explanation stands open, so that a reader sees what the others hold. */
const firstOpen = (html: string): string => html.replace('<details>', '<details open>')

/** A page that a bureau chief would read: what happened, which dates ran and why they are what they are. */
export const htmlReport = (playing: Playing, rules: Rules): string => {
  const { story, kinds } = playing
  const trunk = playing.entries.filter((one) => !one.branch)
  const records = lastSeen(trunk)
  const nameOf = ({ kind, label }: Shown): string => {
    const title = kinds[kind]?.zh ?? kind
    return label.includes(title) ? label : [title, label].filter(Boolean).join(' · ')
  }
  const page: Page = { rules, year: playing.entries[0]?.at.slice(0, 4) ?? '', nameOf }
  const [first, last] = [trunk[0], trunk.at(-1)]
  const strip =
    first && last
      ? clockStrip(
          rules,
          records.map((record) => ({ name: nameOf(record), record })),
          first.at,
          last.at,
        )
      : ''
  const agencies = new Set(playing.entries.flatMap((one) => one.actor?.agency ?? [])).size
  const branches = [...new Set(playing.entries.flatMap((one) => one.branch ?? []))]
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(story.title.zh)}</title><style>${STYLE}</style>
${header(playing, agencies)}
<main>${part('经过', 'what happened', trunk.length ? firstOpen(entryList(page, trunk)) : '')}
${part('期限一览', 'clocks at a glance', strip)}
${part('记录与期限', 'records and clocks', records.map((record) => recordSection(page, record)).join(''))}
${part('分支与反例', 'branches and negatives', branches.map((id) => branchSection(page, playing, id)).join(''))}</main></html>
`
}
