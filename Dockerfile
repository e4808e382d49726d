# One image for every role: `web` (default), `worker`, `all`; `npm run migrate` before a new version starts.
FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV PRISMA_QUERY_ENGINE_LIBRARY=unused PRISMA_SCHEMA_ENGINE_BINARY=unused
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npx prisma generate --config prisma/prisma.config.ts && npx remix vite:build && npm prune --omit=dev

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production PORT=3000 PRISMA_QUERY_ENGINE_LIBRARY=unused PRISMA_SCHEMA_ENGINE_BINARY=unused
COPY --from=build --chown=node:node /app/node_modules ./node_modules
COPY --from=build --chown=node:node /app/build ./build
COPY --from=build --chown=node:node /app/prisma ./prisma
COPY --from=build --chown=node:node /app/package.json ./package.json
# Photos of customers, unless a bucket keeps them: mount a volume that all processes share.
ENV FILES_DIR=/data/files
RUN mkdir -p /data/files && chown -R node:node /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=3s CMD ["node", "-e", "fetch('http://localhost:'+process.env.PORT+'/health/live').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "--enable-source-maps", "--max-semi-space-size=8", "build/server/index.js", "web"]
