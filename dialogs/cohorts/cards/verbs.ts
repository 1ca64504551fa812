import type { IExecuteAction } from '@microsoft/teams.cards'
import { type CardAction, executeAction } from '../../cards/elements.ts'

/** The buttons of these cards. */
export const VERBS = {
  status: 'cohorts/status',
  interest: 'cohorts/interest',
  history: 'cohorts/history',
  asText: 'cohorts/as-text',
  edit: 'cohorts/edit',
  saveFigures: 'cohorts/save-figures',
  saveCohort: 'cohorts/save-cohort',
} as const
export type Verb = (typeof VERBS)[keyof typeof VERBS]

/** A button of these cards. */
export const button = (
  title: string,
  verb: Verb,
  data: Record<string, unknown> = {},
  more: Pick<CardAction, 'style' | 'submitsInputs'> = {},
): IExecuteAction => executeAction({ title, verb, data, ...more })
