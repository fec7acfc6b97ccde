import ts from "typescript";

/**
 * The types that a module exports, written out in full: what a schema library infers is for us, who have the library, and
 * not for those who install the package.
 */
export function plainTypes(path: string, configPath: string): string {
  const config = ts.getParsedCommandLineOfConfigFile(configPath, {}, host());
  const program = ts.createProgram([path], { ...config?.options, noEmit: true });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${path} is no module`);
  return checker
    .getExportsOfModule(module)
    .flatMap((symbol) => declarationsOf(symbol, checker))
    .map((declaration) => typeOf(declaration, checker))
    .join("\n");
}

function declarationsOf(symbol: ts.Symbol, checker: ts.TypeChecker): ts.TypeAliasDeclaration[] {
  const original = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return (original.declarations ?? []).filter(ts.isTypeAliasDeclaration);
}

function typeOf(declaration: ts.TypeAliasDeclaration, checker: ts.TypeChecker): string {
  // One with parameters speaks of the others by name, and needs no library.
  if (declaration.typeParameters) return declaration.getText();
  const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias;
  const type = checker.typeToString(checker.getTypeAtLocation(declaration), undefined, flags);
  return `export type ${declaration.name.text} = ${type};`;
}

function host(): ts.ParseConfigFileHost {
  return {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, "\n"));
    },
  };
}
