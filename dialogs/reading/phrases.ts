export { anyOf, beginsWith, endsWith, isOneOf, phrase, placeIn, says, words } from '../../knowledge/content/phrases.ts'
