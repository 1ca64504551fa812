import type { PackageSettings } from './settings.ts'

const PLACEHOLDER = /\{\{(\w+)\}\}/g

const filled = (value: unknown, values: Readonly<Record<string, unknown>>): unknown => {
  if (typeof value === 'string') {
    return value.replace(PLACEHOLDER, (whole, name: string) => {
      const given = values[name]
      return typeof given === 'string' ? given : whole
    })
  }
  if (Array.isArray(value)) return value.map((item) => filled(item, values))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, values)]))
}

/** The manifest of one trust: the template with its placeholders filled. One that nothing fills is left as it is. */
export const fillManifest = (template: object, settings: PackageSettings): Record<string, unknown> => ({
  ...(filled(template, { ...settings }) as Record<string, unknown>),
  validDomains: [...settings.domains],
})
