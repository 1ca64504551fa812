import { Entity } from 'botframework-connector/lib/connectorApi/models/mappers.js'

/**
 * botbuilder 4.23 sends of an entity its `type` and nothing more, so that a citation never reaches Teams. This lets
 * every field through, for the whole process.
 */
export const keepEntityFields = (): void => {
  Entity.type.additionalProperties = { type: { name: 'Object' } }
}
