import { relative, resolve } from 'node:path'
import ts from 'typescript'

/** One place where a step, a guard or the kernel says no or warns, as the compiler sees it. */
export interface Site {
  /** File and line. */
  at: string
  /** `service/record` of the file; undefined where several share it. */
  kind: string | undefined
  codes: readonly string[]
  /** Names of guards; undefined where the name comes from the caller. */
  guards: readonly string[] | undefined
  facts: ReadonlyMap<string, Fact>
  /** Whether further facts may be spread in. */
  open: boolean
}

/** What a fact may hold: the words it is known to, and whether other text may stand there. */
export interface Fact {
  words: readonly string[]
  text: boolean
  optional: boolean
}

const SAYERS = new Set(['refuse', 'warn'])
const WIDE = 40

const program = (root: string): ts.Program => {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined }
  const config = ts.getParsedCommandLineOfConfigFile(resolve(root, 'tsconfig.build.json'), {}, host)!
  return ts.createProgram(config.fileNames, { ...config.options, noEmit: true })
}

const membersOf = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types.flatMap(membersOf) : [type])

/** Text in a type, through lists and objects. */
const textIn = (checker: ts.TypeChecker, type: ts.Type, depth = 0): { words: string[]; text: boolean } => {
  const parts = membersOf(type).map((one) => {
    if (one.isStringLiteral()) return { words: [one.value], text: false }
    if (one.flags & ts.TypeFlags.String) return { words: [], text: true }
    const inner = checker.getIndexTypeOfType(one, ts.IndexKind.Number)
    if (inner && depth < 3) return textIn(checker, inner, depth + 1)
    return { words: [], text: false }
  })
  return { words: parts.flatMap((one) => one.words), text: parts.some((one) => one.text) }
}

const literals = (type: ts.Type): string[] => membersOf(type).flatMap((one) => (one.isStringLiteral() ? one.value : []))

const factOf = (checker: ts.TypeChecker, symbol: ts.Symbol, where: ts.Node): Fact => {
  const declared = symbol.valueDeclaration
  const written = declared && ts.isPropertyAssignment(declared) ? declared.initializer : undefined
  const type = written ? checker.getTypeAtLocation(written) : checker.getTypeOfSymbolAtLocation(symbol, where)
  const optional = membersOf(type).some((one) => (one.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) !== 0)
  return {
    ...textIn(checker, type),
    optional: optional || (symbol.flags & ts.SymbolFlags.Optional) !== 0,
  }
}

/** Whether something is spread in whose names only the run knows. */
const spreads = (checker: ts.TypeChecker, facts: ts.Expression): boolean =>
  ts.isObjectLiteralExpression(facts) &&
  facts.properties.some(
    (one) =>
      ts.isSpreadAssignment(one) && checker.getIndexInfosOfType(checker.getTypeAtLocation(one.expression)).length > 0,
  )

const kindOf = (file: string): string | undefined => /^services\/([a-z]+\/[a-z-]+)\//.exec(file)?.[1]

const siteOf = (checker: ts.TypeChecker, root: string, call: ts.CallExpression): Site | undefined => {
  const [code, facts] = call.arguments
  const codes = code ? literals(checker.getTypeAtLocation(code)) : []
  if (!codes.length) return undefined
  const source = call.getSourceFile()
  const file = relative(root, source.fileName)
  const type = facts && checker.getTypeAtLocation(facts)
  const held = new Map((type?.getProperties() ?? []).map((one) => [one.name, factOf(checker, one, facts!)]))
  const guards = held.get('guard')?.words ?? []
  return {
    at: `${file}:${source.getLineAndCharacterOfPosition(call.getStart()).line + 1}`,
    kind: kindOf(file),
    codes,
    guards: guards.length > WIDE ? undefined : guards,
    facts: held,
    open: facts !== undefined && spreads(checker, facts),
  }
}

/** Every refusal and warning that the services and the kernel can say. */
export const sitesIn = (root: string): Site[] => {
  const all = program(root)
  const checker = all.getTypeChecker()
  const sites: Site[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && SAYERS.has(node.expression.text)) {
      const site = siteOf(checker, root, node)
      if (site) sites.push(site)
    }
    ts.forEachChild(node, visit)
  }
  const ours = /^(services|libs\/kernel)\/(?!.*toy\.ts)/
  for (const source of all.getSourceFiles()) if (ours.test(relative(root, source.fileName))) visit(source)
  return sites
}
