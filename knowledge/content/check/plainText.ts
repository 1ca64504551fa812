import MarkdownIt from 'markdown-it'

/** One line of what a person reads, with the line of the Markdown (from 0) that it stands on. */
interface PlainLine {
  line: number
  text: string
}

const markdown = new MarkdownIt()

/** Markdown without its marks: one array for each paragraph, heading or list item. Addresses behind links are left out. */
export const plainBlocks = (body: string): PlainLine[][] =>
  markdown.parse(body, {}).flatMap((block) => {
    if (block.type === 'fence' || block.type === 'code_block') return [linesOf(block.content, block.map?.[0] ?? 0)]
    if (block.type !== 'inline') return []
    const text = (block.children ?? []).map((child) => (/break$/.test(child.type) ? '\n' : child.content)).join('')
    return [linesOf(text, block.map?.[0] ?? 0)]
  })

/** The same as one run of lines. */
export const plainLines = (body: string): PlainLine[] => plainBlocks(body).flat()

/** Whether the first thing in the Markdown is bold text. */
export function opensInBold(body: string): boolean {
  const first = markdown.parse(body, {}).slice(0, 2)
  if (first[0]?.type !== 'paragraph_open') return false
  return first[1]?.children?.find((child) => child.type !== 'text' || child.content !== '')?.type === 'strong_open'
}

const linesOf = (text: string, from: number): PlainLine[] =>
  text.split('\n').map((line, i) => ({ line: from + i, text: line }))
