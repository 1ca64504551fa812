import * as z from 'zod'

/** The name of something in the content. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens, such as weekly-pattern')
