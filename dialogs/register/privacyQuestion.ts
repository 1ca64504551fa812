import type { Part } from '../../knowledge/answering/decision.ts'

const keyed = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const BOSS = 'manager|boss|supervisor|team leader|gaffer|colleagues|team|mates|ward|work'
const THIS = 'it|this|that|these|my|mine|what i (?:put|say|type|tell)'
const ASKS = new RegExp(
  [
    `\\bwho(?:s| is| else| all|ll| will)*(?: gets?| can| could| would| will| going)?(?: to)? (?:sees?|read|reads|access|looks?(?: at)?|know|knows|told|have|seeing|reading)\\b(?: \\w+){0,2} ?(?:${THIS})\\b`,
    `\\b(?:does|do|will|would|can|could|is|are)(?: \\w+)? (?:${BOSS})(?: \\w+){0,2} (?:see|sees|know|told|find|read|get|informed|hear)\\b`,
    `\\b(?:do|will|would|can) you (?:tell|inform|show|contact|let)(?: \\w+)? (?:${BOSS})\\b`,
    `\\b(?:is|are|will)(?: \\w+)? (?:${THIS})(?: \\w+){0,3} (?:private|confidential|secret|shared|safe|anonymous)\\b`,
    '\\b(?:does|do|will|would) (?:hr|you|they|anyone|anybody)(?: \\w+)? (?:tell|inform|contact|show|let)(?: \\w+)? (?:her|him|them|anyone|anybody)\\b',
    `\\bhow long\\b.*\\b(?:keep|kept|hold|held|store|stored)\\b`,
    `\\bwhat (?:happens|do you do)\\b.*\\b(?:my (?:details|data|information|info|name|email)|this form)\\b`,
    `\\bwhere (?:does|do|is|will)\\b.*\\b(?:my (?:details|data|information|info)|this form)\\b.*\\b(?:go|kept|stored|held)\\b`,
  ].join('|'),
)

/** From here on what a curator wrote is surely meant. */
const SURE = 0.7

/** Whether somebody in the middle of a form asks what becomes of it, and no entry surely answers that. */
export const asksAboutPrivacy = (text: string, parts: readonly Part[] = []): boolean =>
  ASKS.test(keyed(text)) &&
  !parts.some(({ outcome, candidates }) => outcome === 'answered' && (candidates[0]?.confidence ?? 0) >= SURE)
