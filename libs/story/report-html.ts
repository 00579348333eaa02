import { dayOf, toMs, weekday, type Clock, type Shown } from '#kernel'
import type { Rules } from '#rules'
import type { Finding } from './expect.js'
import type { Played, Playing } from './play.js'
import { STYLE } from './report-style.js'

const escape = (text: unknown): string =>
  String(text ?? '').replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign]!)

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']

/** 2026年3月7日 星期六 16:00 */
const dateText = (text: string | undefined): string => {
  if (!text) return '—'
  const day = text.slice(0, 10)
  const [year, month, date] = day.split('-').map(Number)
  const hour = text.length > 10 && text.slice(11, 16) !== '00:00' ? ` ${text.slice(11, 16)}` : ''
  return `${year}年${month}月${date}日 星期${WEEKDAYS[weekday(day) - 1]}${hour}`
}

const STATE: Record<string, string> = {
  running: '进行中 running', paused: '中止 paused', open: '已开放 open', satisfied: '已完成 satisfied', lapsed: '届满 lapsed', breached: '超期 breached', cancelled: '撤销 cancelled',
}

const valueText = (value: unknown): string => (typeof value === 'string' ? (/^\d{4}-\d{2}-\d{2}/.test(value) ? dateText(value) : value) : JSON.stringify(value))

const findingRow = (one: Finding): string =>
  `<tr class="${one.ok ? 'ok' : 'no'}"><td>${one.ok ? '✓' : '✗'}</td><td>${escape(one.what)}</td><td>${escape(valueText(one.expected))}</td><td>${escape(valueText(one.found))}</td></tr>`

const explanation = (rules: Rules, kind: string, clock: Clock): string => {
  try {
    const told = rules.explainClock({ clock: clock.id, record: kind, start: clock.base, excluded: clock.excluded, extensions: clock.extensions.map((one) => one.add) })
    const days = told.days.map((day) => `<li class="${day.counted ? 'counted' : 'skipped'}"><b>${escape(dateText(day.day))}</b> ${day.n === undefined ? '' : `第${day.n}日 `}${escape(day.zh)} <i>${escape(day.en)}</i></li>`)
    return `<details><summary>${escape(told.law)} ${escape(told.article ?? '')}：为什么是这一天 why this day</summary><ol>${days.join('')}</ol></details>`
  } catch {
    return ''
  }
}

const clockRow = (rules: Rules, record: Shown, clock: Clock): string => {
  const row = rules.clock(clock.id, dayOf(clock.start), record.kind)
  const paused = clock.pausedSince ? `自 ${dateText(clock.pausedSince)} 起中止` : ''
  return `<tr class="${clock.state}"><td><b>${escape(row?.title.zh ?? clock.id)}</b><br><small>${escape(row?.title.en)} · ${clock.id}</small></td><td>${STATE[clock.state]}${clock.provisional ? ' · 暂定' : ''}</td><td>${escape(dateText(clock.start))}</td><td>${clock.due ? escape(dateText(clock.due)) : paused}${clock.strict && clock.strict !== clock.due ? `<br><small>严格 strict ${escape(clock.strict)}</small>` : ''}${explanation(rules, record.kind, clock)}</td></tr>`
}

const recordSection = (rules: Rules, name: string, record: Shown): string => `
<section><h3>${escape(record.label || name)} <small>${escape(record.kind)} · ${escape(record.stateTitle?.zh)} ${escape(record.state)}</small></h3>
${record.papers.length ? `<p>文书 papers：${record.papers.map((paper) => `${escape(paper.title)}${paper.number ? `（${escape(paper.number)}）` : ''}`).join(' · ')}</p>` : ''}
<table><thead><tr><th>期限 clock</th><th>状态</th><th>起算 from</th><th>届满 due</th></tr></thead><tbody>${record.clocks.map((clock) => clockRow(rules, record, clock)).join('')}</tbody></table>
<p class="chain">链 chain ${record.chain.seq} · <code>${record.chain.head.slice(0, 24)}…</code></p></section>`

/** A strip with one bar per clock, over the days of the story. */
const clockStrip = (rules: Rules, records: readonly Shown[], from: string, to: string): string => {
  const span = Math.max(1, toMs(to) - toMs(from))
  const at = (text: string): number => Math.min(100, Math.max(0, ((Date.parse(text.length === 10 ? `${text}T24:00:00+08:00` : text) - toMs(from)) / span) * 100))
  const bars = records.flatMap((record) =>
    record.clocks.map((clock) => {
      const left = at(clock.start)
      const right = at(clock.stoppedAt ?? clock.due ?? to)
      return `<div class="lane"><span>${escape(rules.clock(clock.id, dayOf(clock.start), record.kind)?.title.zh ?? clock.id)}</span><div class="track"><i class="${clock.state}" style="left:${left.toFixed(1)}%;width:${Math.max(0.6, right - left).toFixed(1)}%" title="${escape(clock.id)} ${escape(clock.due)}"></i></div></div>`
    }),
  )
  return `<div class="strip">${bars.join('')}</div>`
}

const entryRow = (rules: Rules, one: Played): string => {
  const agency = one.actor ? (rules.agency(one.actor.agency)?.name.zh ?? one.actor.agency) : '时间经过 time passes'
  const who = one.actor ? `${agency} · ${rules.offices.find((office) => office.code === one.actor!.office)?.title.zh ?? one.actor.office} ${one.actor.name ?? ''}` : agency
  const failed = one.findings.some((finding) => !finding.ok)
  return `<li class="${failed ? 'no' : 'ok'}"><time>${escape(dateText(one.at))}</time><div><b>${escape(one.do?.split('/').at(-1) ?? '—')}</b> <span>${escape(who)}</span>${one.reply ? `<em>${escape(one.reply.outcome)}</em>` : ''}
${one.findings.length ? `<table class="findings"><tbody>${one.findings.map(findingRow).join('')}</tbody></table>` : ''}</div></li>`
}

/** The last sight of every record that the trunk speaks of, by id. */
const lastSeen = (entries: readonly Played[]): Map<string, [string, Shown]> => {
  const seen = new Map<string, [string, Shown]>()
  for (const one of entries) for (const [name, record] of Object.entries(one.records)) seen.set(record.id, [name === 'this' ? (seen.get(record.id)?.[0] ?? record.kind) : name, record])
  return seen
}

const branchSection = (rules: Rules, playing: Playing, id: string): string => {
  const branch = playing.story.branches.find((one) => one.id === id)!
  return `<section><h3>${escape(branch.title.zh)} <small>${escape(branch.title.en)}</small></h3><ol class="entries">${playing.entries.filter((one) => one.branch === id).map((one) => entryRow(rules, one)).join('')}</ol></section>`
}

/** A page that a bureau chief would read: what happened, which dates ran and why they are what they are. */
export const htmlReport = (playing: Playing, rules: Rules): string => {
  const { story, counts, ok } = playing
  const trunk = playing.entries.filter((one) => !one.branch)
  const records = [...lastSeen(trunk).values()]
  const range = trunk.length ? [trunk[0]!.at, trunk.at(-1)!.at] : ['', '']
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(story.title.zh)}</title><style>${STYLE}</style>
<header><p class="kicker">联盾 Liandun · 案件经过报告 story report · 人物与企业均为虚构 all persons and firms are fictitious</p><h1>${escape(story.title.zh)}</h1><p>${escape(story.title.en)}${story.source ? ` · ${escape(story.source)}` : ''}</p>
<p class="sum ${ok ? 'ok' : 'no'}">${ok ? '全部相符' : `${counts.failed} 项不符`} · ${counts.entries} 条 entries · ${counts.branches} 分支 branches · ${counts.findings} 项核对 checks</p></header>
<main>${records.length ? `<h2>期限一览 <small>clocks at a glance</small></h2>${clockStrip(rules, records.map(([, record]) => record), range[0]!, range[1]!)}` : ''}
<h2>经过 <small>what happened</small></h2><ol class="entries">${trunk.map((one) => entryRow(rules, one)).join('')}</ol>
<h2>记录与期限 <small>records and clocks</small></h2>${records.map(([name, record]) => recordSection(rules, name, record)).join('')}
${counts.branches ? `<h2>分支与反例 <small>branches and negatives</small></h2>${[...new Set(playing.entries.flatMap((one) => one.branch ?? []))].map((id) => branchSection(rules, playing, id)).join('')}` : ''}</main></html>`
}
