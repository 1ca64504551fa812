export { NUMBER, numberOf, ordinalOf } from '../../knowledge/content/numbers.ts'
