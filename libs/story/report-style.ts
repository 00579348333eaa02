/** The look of a story report: prints on A4, reads at 360 px; colour never alone. */
export const STYLE = `
:root{--ink:#1f2937;--soft:#6b7280;--line:#e5e7eb;--ok:#166534;--no:#b91c1c;--blue:#1d4ed8}
*{box-sizing:border-box}body{margin:0;font:15px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif;color:var(--ink);background:#f8fafc}
p{margin:0}i{font-style:normal}em{font-style:normal}
header{background:#fff;border-bottom:3px solid var(--blue);padding:22px max(16px,calc(50vw - 520px)) 14px}main{max-width:1072px;margin:0 auto;padding:0 16px 64px}
h1{margin:.15em 0;font-size:25px}h1 small{font-size:16px}h2{margin:30px 0 10px;font-size:18px;border-left:4px solid var(--blue);padding-left:10px}h3{margin:22px 0 6px;font-size:15px}h4{margin:10px 0 2px;font-size:13px}
small,i,.kicker,.chain,.who{color:var(--soft);font-weight:400;font-size:12.5px}header p{margin:.2em 0}.sum{font-weight:600;margin-top:.5em}.ok.sum{color:var(--ok)}.no.sum{color:var(--no)}
h3 em,.act em{font-size:12.5px;font-weight:500;background:#eff6ff;color:var(--blue);border-radius:4px;padding:1px 8px}.act em.refused{background:#fef2f2;color:var(--no)}
ol.entries{list-style:none;margin:0;padding:0}ol.entries>li{display:grid;grid-template-columns:104px 1fr;gap:10px;padding:8px 12px;background:#fff;border:1px solid var(--line);border-left:4px solid #16a34a;border-radius:6px;margin-bottom:6px;break-inside:avoid}
ol.entries>li.no{border-left-color:var(--no)}ol.entries>li.month{display:block;background:none;border:0;padding:8px 2px 2px;font-weight:600;margin:0}
time{font-variant-numeric:tabular-nums}time small{display:block}.act em{float:right;margin-left:8px}.act span{color:var(--soft);font-size:13.5px}.says{color:var(--no);font-size:13.5px}
ul.checks{list-style:none;margin:3px 0 0;padding:0;font-size:13.5px}ul.checks li{display:inline-block;margin-right:16px}ul.checks li.wide{display:block;margin:0}ul.checks li.no{color:var(--no);font-weight:600}ul.checks em{color:var(--soft)}
ul.checks li.ok{color:var(--ink)}ul.checks b{font-weight:600}ul.checks details,ul.checks ol.days b{font-weight:400}
table{border-collapse:collapse;width:100%;background:#fff;font-size:13.5px;margin-top:4px}td,th{border:1px solid var(--line);padding:5px 8px;text-align:left;vertical-align:top}th{background:#f1f5f9;font-weight:600}td small{display:block}
td:nth-child(1){width:30%}td:nth-child(2){width:86px}td:nth-child(3){width:150px}tr.breached td:nth-child(2){color:var(--no);font-weight:600}
section>p{font-size:13.5px}details{color:var(--soft);font-size:12.5px;display:inline-block;margin-left:10px;vertical-align:top}details[open]{display:block;margin-left:0}td details{display:block;margin-left:0}summary{cursor:pointer}
ol.days{list-style:none;margin:4px 0 6px;padding:6px 10px;background:#f8fafc;border-radius:4px}ol.days li,ul.checks ol.days li{display:grid;grid-template-columns:150px 1fr;margin:0}ol.days b{font-weight:500}li.counted{color:var(--ink)}li.skipped,li.skipped b{color:#9ca3af}
.strip{background:#fff;border:1px solid var(--line);border-radius:6px;padding:8px 12px}.track{position:relative}.lane{display:grid;grid-template-columns:190px 1fr;height:19px;font-size:12px}.lane>span{overflow:hidden;white-space:nowrap;text-overflow:ellipsis;color:var(--soft)}
.lane i,.legend i{height:8px;border-radius:4px;background:#60a5fa}.lane i{position:absolute;top:6px}.legend{font-size:12px;color:var(--soft);text-align:right}.legend span{margin-left:14px}.legend i{display:inline-block;width:22px;margin-right:4px}
.ticks b{position:absolute;font-weight:400;font-size:11px;color:var(--soft);border-left:1px solid #d1d5db;padding-left:3px}.group{border-top:1px solid var(--line)}
.strip i.satisfied{background:#4ade80}.strip i.breached{background:var(--no)}.strip i.paused{background:repeating-linear-gradient(45deg,#9ca3af 0 4px,#e5e7eb 4px 8px)}.strip i.cancelled{background:#d1d5db}.strip i.lapsed,.strip i.open{background:#fbbf24}
@media(max-width:640px){ol.entries>li,.lane,ol.days li,ul.checks ol.days li{grid-template-columns:1fr}.lane{height:34px}.act em{float:none}}
@media print{body{background:#fff}details{display:none}@page{size:A4;margin:16mm}}
`
