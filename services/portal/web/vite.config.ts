import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** `npm run web:dev` shows the console beside a house that runs already. */
const house = process.env.LIANDUN ?? 'http://127.0.0.1:3000'

export default defineConfig({
  root: at('.'),
  build: {
    outDir: at('../../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { onwarn: (warning, tell) => void (warning.code === 'MODULE_LEVEL_DIRECTIVE' || tell(warning)) },
  },
  server: { proxy: { '/api': house, '/stories': house, '/about': house } },
})
