const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/

/** A person's text on one line, each run of right-to-left letters kept from turning the words around it. */
const settled = (text: string): string => {
  const flat = text
    .toWellFormed()
    .replace(/\s*\n\s*/g, ' / ')
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim()
  return RIGHT_TO_LEFT.test(flat) ? `\u2068${flat}\u2069` : flat
}

/** A person's text as a run of a RichTextBlock, where no Markdown is read; `{{DATE(` is the one thing that would be. */
export const runText = (text: string): string => settled(text).replace(/\{\{/g, '{\u2060{')

/** A person's text as it may stand in Markdown: shown as it was typed, whatever it holds. */
export const markdownText = (text: string): string =>
  settled(text)
    .replace(/\\/g, '\\\\')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[`*_[\]()#+~|!{}]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^-/, '\\-')
    .replace(/:\/\//g, ':\u2060//')
