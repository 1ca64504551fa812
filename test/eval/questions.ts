import { readFileSync } from 'node:fs'
import type { Role } from '../../dialogs/access.ts'

/** Each item is one of these; of an inner list, any one. */
export type MustContain = readonly (string | readonly string[])[]

export interface Fact {
  id: string
  topic: string
  question: string
  mustContain: MustContain
}

/** What is expected of one turn; see `judge.ts` for what each field asks. */
export interface Expect {
  facts?: readonly string[]
  all?: boolean
  mustContain?: Readonly<Record<string, MustContain>>
  silent?: string
  offtopic?: boolean
  safety?: boolean
  refuse?: boolean
  safe?: boolean
  clarify?: boolean
  action?: string
  step?: string
  answerable?: boolean
  parts?: readonly Expect[]
  alsoOk?: readonly Expect[]
}

export interface Question {
  id: string
  kind: string
  text: string
  role: Role
  expect: Expect
  tags?: readonly string[]
  alsoOk?: readonly Expect[]
}

/** What a person gives about themselves when asked. */
interface Persona {
  name: string
  role: string
  band: string
  team: string
  manager: string
  email: string
}

export interface ConversationCase {
  id: string
  role: Role
  persona?: Persona
  precondition?: { eoi?: { count?: number } }
  turns: readonly { user: string; expect: Expect }[]
}

const readLines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T)

export const readQuestions = (file: string): Question[] => readLines(file)
export const readConversations = (file: string): ConversationCase[] => readLines(file)

/** The facts that the source supports, by id. */
export const readFacts = (file: string): ReadonlyMap<string, Fact> =>
  new Map((JSON.parse(readFileSync(file, 'utf8')) as Fact[]).map((fact) => [fact.id, fact]))
