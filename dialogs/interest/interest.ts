import type { Actor, Role } from '../access.ts'
import type { ManagerKnows } from '../reading/manager.ts'

/** What a person says in the form. Every text is as typed; what was left out is an empty string. */
export interface InterestFields {
  /** The name to show; never an identity. */
  name: string
  email: string
  /** One of BANDS. */
  band: string
  currentRole: string
  /** Service or team. */
  service: string
  base: string
  why: string
  /** How HR may reach the person, in their words. */
  reach: string
  managerKnows: ManagerKnows
  /** The line manager: asked for after a yes alone, kept when given unasked. */
  manager: string
  /** "Tell me when something changes." */
  tellMe: boolean
}

export type { ManagerKnows } from '../reading/manager.ts'
export type FieldName = keyof InterestFields

/** The id of a status of the trust's list; DEFAULT_STATUSES when its content names none. */
export type Status = string

export interface StatusDefinition {
  id: Status
  label: string
  /** Who must act next while it stands here. */
  next: 'hr' | 'person' | 'nobody'
  /** Whether the person may register for the same cohort anew from here. */
  mayRegisterAnew: boolean
  /** Bad news goes to the person only when HR presses Send. */
  badNews: boolean
}

/** Who did something, as it was at the time. */
export interface EventActor extends Omit<Actor, 'role'> {
  role: Role | 'bot'
}

export interface FieldChange {
  field: string
  old: string
  new: string
}

export type EventKind =
  | 'registered'
  | 'registered-anew'
  | 'entered'
  | 'joined'
  | 'changed'
  | 'withdrawn'
  | 'status'
  | 'undone'
  | 'assigned'
  | 'noted'
  | 'held'
  | 'released'
  | 'notice-sent'
  | 'notice-failed'

/** One line of the history of an interest: appended with the change itself, never altered. */
export interface InterestEvent {
  at: string
  by: EventActor
  what: EventKind
  changes: FieldChange[]
  reason?: string
  /** The command that caused it (commandKey): a resent activity finds its first outcome here. */
  command?: string
}

/** A notice that waits in the interest itself, so that it is stored with the change that caused it. */
export interface PendingNotice {
  /** Sent with the notice; a repeat carries the same one. */
  id: string
  kind: 'status' | 'cohort-open' | 'advert' | 'message' | 'answer'
  /** Not before this moment. */
  dueAt: string
  attempts: number
  /** What the text needs: the old and new status, a link, HR's words. */
  data: Record<string, string>
}

interface Note {
  id: string
  at: string
  by: EventActor
  text: string
}

/** Stops erasure, retention and time to live. */
export interface Hold {
  by: EventActor
  why: string
  at: string
  /** Null while it has no end. */
  until: string | null
}

/** How an interest came in that HR entered for somebody. */
export interface Entered {
  by: EventActor
  channel: 'email' | 'paper'
  /** The day it was received, as 2014-01-08. */
  receivedOn: string
  /** When it became the person's own, at their first sign-in. */
  joinedAt?: string
  /** The id it had until then, by which exports made before know it. */
  formerId?: string
}

/** One person's interest in one cohort, with all that ever happened to it. */
export interface Interest extends InterestFields {
  /** interestId(tenant, person, cohort). */
  id: string
  tenantId: string
  /** Object id of the person; null while HR entered it and the person has not signed in. */
  personId: string | null
  cohortId: string
  reference: string
  /** References it had before it was registered anew or joined. */
  formerReferences: string[]
  /** Version of the privacy notice that was shown. */
  noticeVersion: string
  status: Status
  /** Since when it has stood at its status: what the work list is ordered by. */
  statusSince: string
  entered?: Entered
  assignee: EventActor | null
  notes: Note[]
  history: InterestEvent[]
  pending: PendingNotice[]
  hold: Hold | null
  /** When it was registered (anew). */
  createdAt: string
  updatedAt: string
  expiresAt: string
}

/** An interest as the store holds it, with the version that a replacement must name. */
export interface StoredInterest {
  interest: Interest
  version: string
}

/** What a person has typed and not saved: kept 24 hours, one per person. */
export interface InterestDraft {
  tenantId: string
  personId: string
  purpose: 'register' | 'change'
  cohortId?: string
  fields: Partial<InterestFields>
  /** The field that was asked for last, when typing. */
  asking?: string
  skipped: string[]
  noticeVersion?: string
  updatedAt: string
  expiresAt: string
}

/** The activity that asked for a change. The same one, sent again, gets the first outcome. */
export interface Command {
  conversationId: string
  activityId: string
}

export const ANY_LATER_COHORT = 'any-later-cohort'

/** The history's name for a command. */
export const commandKey = (command: Command): string => `${command.conversationId}|${command.activityId}`

/** The person of a turn, as the history keeps them. */
export const eventActor = (actor: Actor): EventActor => ({
  tenantId: actor.tenantId,
  objectId: actor.objectId,
  name: actor.name,
  role: actor.role,
})
