# wiregraph in a container: docker build --tag wiregraph . && docker run --rm wiregraph --help
FROM node:24-alpine AS built
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-alpine
ENV NODE_ENV=production
WORKDIR /app
COPY --from=built /app/package.json /app/LICENSE /app/NOTICE ./
COPY --from=built /app/bin bin
COPY --from=built /app/dist dist
COPY --from=built /app/examples/articles examples/articles
COPY --from=built /app/node_modules node_modules
RUN ln -s /app/bin/wiregraph.js /usr/local/bin/wiregraph && mkdir /graphs && chown node:node /graphs
USER node
WORKDIR /graphs
ENTRYPOINT ["wiregraph"]
