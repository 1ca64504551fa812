import type { Day } from '../clock.ts'
import type { HeldData } from './held.ts'

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as it may stand in a page: it is only ever text there, and runs in its own direction. */
const escapeHtml = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\u0000', '\uFFFD')
    .replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark)

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#212b32}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.5rem;border-bottom:1px solid #d8dde0}
td{white-space:pre-wrap;overflow-wrap:anywhere}
@media (max-width:40rem){table,tbody,tr,th,td{display:block}thead{display:none}
tr{border-bottom:1px solid #d8dde0;padding:.5rem 0}th,td{border:0;padding:0}td:last-child{color:#4c6272}td:last-child::before{content:"Seen by: "}}`

/**
 * Everything held about a person as a page that stands alone: no script, nothing loaded, every value escaped.
 * @param day how a moment is written for a person
 */
export const myDataPage = (held: HeldData, day: Day): string => {
  const bdi = (text: string) => `<bdi>${escapeHtml(text)}</bdi>`
  const sections = held.sections.map(({ title, until, untilWords, items }) => {
    const rows = items.map(
      ({ label, value, seenBy }) =>
        `<tr><th scope="row">${escapeHtml(label)}</th><td>${bdi(value || 'Not given')}</td><td>${escapeHtml(seenBy)}</td></tr>`,
    )
    const kept = until ? `Kept until ${escapeHtml(day(until))}. ` : ''
    return `<section><h2>${escapeHtml(title)}</h2><p>${kept}${escapeHtml(untilWords)}.</p>
<table><thead><tr><th scope="col">What</th><th scope="col">What we hold</th><th scope="col">Who can see it</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></section>`
  })
  const body = sections.length > 0 ? sections.join('\n') : '<p>We hold nothing about you.</p>'
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>What we hold about you</title><style>${STYLE}</style></head>
<body><h1>What we hold about ${bdi(held.name)}</h1>
<p>Made on ${escapeHtml(day(held.madeAt))}. Privacy notice version ${escapeHtml(held.noticeVersion)}.</p>
${body}
</body></html>
`
}
