import { existsSync, readdirSync } from 'node:fs'
import type { Step } from '#kernel'
import type { House } from './house.js'

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const link = (href: string, zh: string, en: string): string =>
  `<li><a href="${href}">${escape(zh)}</a> <span lang="en">${escape(en)}</span></li>`

const STYLE = `
:root { color-scheme: light; }
body { font: 16px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif; margin: 0; color: #1b2430; background: #f6f7f9; }
main { max-width: 56rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; background: #fff; min-height: 100vh; box-sizing: border-box; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
[lang=en] { color: #5b6675; font-size: .9em; } .banner { background: #8a2b00; color: #fff; padding: .6rem 1.5rem; text-align: center; }
.banner [lang=en] { color: #ffe1d2; } code { background: #eef1f5; padding: .1rem .35rem; border-radius: 3px; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid #e3e7ec; } ul { padding-left: 1.2rem; }`

/** Steps that people take; those of the system have no form. */
const counted = (steps: readonly Step[]): string => {
  const n = steps.filter(({ who }) => who !== 'system').length
  return `${n} 个办理步骤 <span lang="en">${n} steps</span>`
}

const services = (house: House): string =>
  house.services
    .map(({ title, name, records }) => {
      const kinds = records.map(
        ({ record, steps }) =>
          `${escape(record.title.zh)} <span lang="en">${escape(record.title.en)}</span> · ${counted(steps)}`,
      )
      return `<tr><th>${escape(title.zh)} <span lang="en">${escape(name)}</span></th><td>${kinds.join('<br>') || '查看 <span lang="en">views</span>'}</td></tr>`
    })
    .join('')

const banner = ({ demonstration }: House): string =>
  demonstration
    ? `<div class="banner" role="note">${escape(demonstration.zh)} <span lang="en">${escape(demonstration.en)}</span></div>`
    : ''

const signIn = ({ dev }: House): string =>
  dev
    ? '任何人可以任何身份登录（AUTH=dev）：<code>POST /api/sign-in {"dev":{"agency":"…","office":"…","person":"…"}}</code>'
    : '账户的初始密码在数据目录的 passwords.txt 中：<code>POST /api/sign-in {"user":"…","password":"…"}</code>'

const REPORT = /^[\p{L}\p{N}][\p{L}\p{N}_-]*\.html$/u

/** Reports of stories that were played at the first start of a demonstration. */
export const reportsOf = ({ reports }: Pick<House, 'reports'>): string[] =>
  reports && existsSync(reports)
    ? readdirSync(reports)
        .filter((name) => REPORT.test(name))
        .sort()
    : []

/** What runs here and where to look. Says nothing about any matter. */
export const homePage = (house: House): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>联盾 Liandun</title><style>${STYLE}</style></head>
<body>${banner(house)}<main>
<h1>联盾 <span lang="en">Liandun</span></h1>
<p>知识产权执法协同：一条线索从受理、办案、移送、联合执法、调解与司法确认，一直走到信用公示。<br>
<span lang="en">Case coordination for intellectual-property enforcement: one lead, the whole way.</span></p>
<p>时钟 <span lang="en">clock</span>：<code>${escape(house.worlds.current.time.now().slice(0, 16).replace('T', ' '))}</code></p>
<h2>可以看什么 <span lang="en">where to look</span></h2>
<ul>
${reportsOf(house)
  .map((name) =>
    link(
      `/stories/${encodeURIComponent(name)}`,
      `故事报告：${name.replace(/\.html$/, '')}`,
      'story report: every entry, clock and explanation',
    ),
  )
  .join('\n')}
${link('/api/docs', '接口文档', 'API documents')}
${link('/api/steps', '所有步骤及其表单', 'every step with its form')}
${link('/api/problems', '所有拒绝理由', 'every reason for a refusal')}
${link('/readyz', '运行状态', 'readiness')} ${link('/metrics', '指标', 'metrics')}
</ul>
<p>卷宗 <span lang="en">a matter across services</span>：<code>GET /api/portal/dossiers/${house.firstDossier?.() ?? '{编号}'}</code> · 期限清单 <span lang="en">clocks by due date</span>：<code>GET /api/portal/clocks</code>（需登录 <span lang="en">signed in</span>）</p>
<p>${signIn(house)}</p>
<h2>正在运行 <span lang="en">what runs</span></h2>
<table><tbody>${services(house)}</tbody></table>
</main></body></html>
`
