import { describe, expect, it } from '@jest/globals'
import { relative } from 'node:path'
import ts from 'typescript'

/** Stands beside the code for its specs alone. */
const FOR_SPECS =
  /\.(spec|suite|sample)\.ts$|\/(sample|toy|spec|suite|fixture|crash\.\w+)\.ts$|^tools\/(hostile|stories|tracing)\//

const here = process.cwd()
const inHere = (file: string): string => relative(here, file)

/** What is built, and what it imports. */
const built = (): { files: string[]; imports: string[] } => {
  const { config } = ts.readConfigFile('tsconfig.build.json', ts.sys.readFile) as { config: unknown }
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, here)
  const known = ts.createModuleResolutionCache(here, (name) => name, options)
  const importsOf = (file: string): string[] =>
    ts.preProcessFile(ts.sys.readFile(file)!, true).importedFiles.flatMap(({ fileName }) => {
      if (!/^[.#]/.test(fileName)) return []
      const { resolvedModule } = ts.resolveModuleName(
        fileName,
        file,
        options,
        ts.sys,
        known,
        undefined,
        ts.ModuleKind.ESNext,
      )
      return resolvedModule ? [`${inHere(file)} → ${inHere(resolvedModule.resolvedFileName)}`] : []
    })
  return { files: fileNames.map(inHere), imports: fileNames.flatMap(importsOf) }
}

describe('what is built for those who use it', () => {
  const { files, imports } = built()

  it('is all of the house', () => {
    for (const file of ['libs/kernel/index.ts', 'services/intake/service.ts', 'tools/start.ts', 'bench/bench.ts'])
      expect(files).toContain(file)
    expect(imports).toContain('tools/start.ts → tools/open-house.ts')
    expect(imports).toContain('tools/start.ts → libs/shell/index.ts')
  })

  it('has nothing that stands there for specs, nor anything that needs it', () => {
    expect(files.filter((file) => FOR_SPECS.test(file))).toEqual([])
    expect(imports.filter((one) => FOR_SPECS.test(one.split(' → ')[1]!))).toEqual([])
  })
})
