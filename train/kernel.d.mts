/** The module that holds the compiled kernel, as text. */
export function compileKernel(): Promise<string>;
