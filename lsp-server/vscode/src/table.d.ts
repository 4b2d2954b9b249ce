/** A table of the language bundle; the bundler puts its text in. */
declare module '*.table' {
    const text: string;
    export default text;
}
