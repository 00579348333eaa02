/** The look of a story report: prints on A4, reads at 360 px; colour never alone. */
export const STYLE = `
:root{--ink:#1f2937;--soft:#6b7280;--line:#e5e7eb;--ok:#166534;--no:#b91c1c;--blue:#1d4ed8}
*{box-sizing:border-box}body{margin:0;font:15px/1.65 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif;color:var(--ink);background:#f8fafc}
header{background:#fff;border-bottom:3px solid var(--blue);padding:28px max(16px,calc(50vw - 520px)) 16px}main{max-width:1040px;margin:0 auto;padding:8px 16px 64px}
h1{margin:.1em 0;font-size:26px}h2{margin:36px 0 10px;font-size:19px;border-left:4px solid var(--blue);padding-left:10px}h3{margin:18px 0 6px;font-size:16px}
small,.kicker,header p,.chain{color:var(--soft);font-weight:400}header p{margin:.2em 0}.sum{font-weight:600}.sum.ok{color:var(--ok)}.sum.no{color:var(--no)}
ol.entries{list-style:none;margin:0;padding:0}ol.entries>li{display:grid;grid-template-columns:210px 1fr;gap:12px;padding:10px 12px;background:#fff;border:1px solid var(--line);border-left:4px solid #16a34a;border-radius:6px;margin-bottom:8px;break-inside:avoid}
ol.entries>li.no{border-left-color:var(--no)}time{color:var(--soft);font-variant-numeric:tabular-nums}li span{color:var(--soft)}li em{float:right;font-style:normal;font-size:12px;background:#eff6ff;color:var(--blue);border-radius:4px;padding:1px 8px}
table{border-collapse:collapse;width:100%;background:#fff;font-size:14px}td,th{border:1px solid var(--line);padding:5px 8px;text-align:left;vertical-align:top}th{background:#f1f5f9;font-weight:600}
table.findings{margin-top:6px;font-size:13px}.findings td:first-child{width:26px;text-align:center}tr.ok td:first-child{color:var(--ok)}tr.no td{color:var(--no);font-weight:600}
tr.breached td:nth-child(2){color:var(--no);font-weight:600}tr.paused td:nth-child(2){color:var(--soft)}
details{margin-top:4px;color:var(--soft);font-size:13px}details ol{margin:6px 0;padding-left:20px;max-height:260px;overflow:auto}li.counted{color:var(--ink)}li.skipped{color:#9ca3af}
.strip{background:#fff;border:1px solid var(--line);border-radius:6px;padding:10px 12px}.track{position:relative}.lane{display:grid;grid-template-columns:210px 1fr;height:20px;font-size:12px}.lane span{overflow:hidden;white-space:nowrap;text-overflow:ellipsis;color:var(--soft)}
.lane i{position:absolute;top:6px;height:8px;border-radius:4px;background:#60a5fa}
.lane i.satisfied{background:#86efac}.lane i.breached{background:var(--no)}.lane i.paused{background:repeating-linear-gradient(45deg,#9ca3af 0 4px,#e5e7eb 4px 8px)}.lane i.cancelled{background:#d1d5db}.lane i.lapsed,.lane i.open{background:#fbbf24}
@media(max-width:640px){ol.entries>li,.lane{grid-template-columns:1fr}.lane{height:34px}}
@media print{body{background:#fff}details{display:none}@page{size:A4;margin:16mm}}
`
