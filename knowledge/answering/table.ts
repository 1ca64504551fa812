/** A published or counted number that was told: what it counts, and the date as of which it is true. */
export interface Figure {
  /** The stage or group that it counts, such as `qualified`. */
  id: string
  label: string
  count: number
  /** 2014-01 or 2014-01-08 */
  asOf: string
  /** Whether the latest reply was of it, beside those that it only named. */
  told?: boolean
  /** Whether the reply of figures before that one was of it. */
  earlier?: boolean
  /** Whether it was last supposed to qualify: "if all the second years pass". */
  supposed?: boolean
}

/**
 * What a reply puts on the table, by kind. An ability adds a kind of its own by declaring it in this module. Nothing of it
 * is anybody's words: ids, numbers and choices from lists alone.
 *
 * @public
 */
export interface Frames {
  /** What was spoken of: the entry, the cell of a subject and an aspect, or the action; and whether it was told in plainer words. */
  subject: { id: string; subject?: string; told?: readonly string[]; plainly?: boolean }
  /** The figures that were told. */
  figures: { figures: readonly Figure[] }
  /** The entries and actions of a clarification question or of a list of suggestions, in their order. */
  choices: { choices: readonly string[] }
}

export type FrameKind = keyof Frames
/** One thing on the table. */
export type Frame<K extends FrameKind = FrameKind> = { [kind in K]: { kind: kind } & Frames[kind] }[K]

/**
 * The attentional state of a conversation (Grosz and Sidner, Attention, Intentions, and the Structure of Discourse, 1986):
 * what was put on the table, the latest first.
 */
export type Table = readonly Frame[]

/** Frames that a table holds of one kind; the oldest fall off it. */
const MOST: Partial<Record<FrameKind, number>> = { subject: 9 }

/** The table with this put on top. Of a subject the same is never twice on it in a row; of any other kind there is one frame. */
export function put(table: Table | undefined, frame: Frame): Table {
  const most = MOST[frame.kind] ?? 1
  const same = (other: Frame | undefined): boolean =>
    frame.kind === 'subject' && other?.kind === 'subject' && other.id === frame.id
  let count = 1
  const firstSubject = table?.find(({ kind }) => kind === 'subject')
  const kept = (table ?? []).filter((other) => {
    if (other === firstSubject && same(other)) return false
    return other.kind !== frame.kind || ++count <= most
  })
  return [frame, ...kept]
}

/** The table without the frames of this kind: what they told of is over. */
export const clear = (table: Table | undefined, kind: FrameKind): Table =>
  (table ?? []).filter((frame) => frame.kind !== kind)

/** The latest frame of this kind. */
export const latest = <K extends FrameKind>(table: Table | undefined, kind: K): Frame<K> | undefined =>
  (table ?? []).find((frame) => frame.kind === kind) as Frame<K> | undefined

/** The ids of what was spoken of, the latest first. */
export const historyOf = (table: Table | undefined): string[] =>
  (table ?? []).flatMap((frame) => (frame.kind === 'subject' ? [frame.id] : []))
