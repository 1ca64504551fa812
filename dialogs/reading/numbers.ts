export { NUMBER, numberOf, ordinalOf } from '../../knowledge/reading/numbers.ts'
