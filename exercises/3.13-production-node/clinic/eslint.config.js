import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['build/', 'test-build/'] },
  tseslint.configs.strict,
  tseslint.configs.stylistic,
);
