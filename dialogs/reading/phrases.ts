export * from '../../knowledge/reading/phrases.ts'
