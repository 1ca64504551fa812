import { type Check, fields, mapOf, oneOf, text } from '../shape.ts'

/** What a type of resource may and must have, apart from its type, name, condition and dependsOn. */
export interface ResourceShape {
  readonly apiVersion: string
  readonly body: Check
}

export type Shapes = Readonly<Record<string, ResourceShape>>

export const shape = (apiVersion: string, body: Readonly<Record<string, Check>>): ResourceShape => ({
  apiVersion,
  body: fields(body),
})

export const tags: Check = mapOf(/^\w+$/, text())
/** Where people's data may lie. */
export const inTheUk: Check = oneOf(['uksouth', 'ukwest'], 'place')
export const everywhere: Check = oneOf(['global'], 'place')
