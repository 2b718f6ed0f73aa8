import type { ApolloServerPlugin, LandingPage } from "@apollo/server";
import { ApolloServerPluginLandingPageLocalDefault } from "@apollo/server/plugin/landingPage/default";
import type { Context } from "../graphql/Context.js";

/**
 * Serves Apollo Sandbox to browsers that open the API. The page loads Sandbox from Apollo's servers. If that fails, it redirects to another
 * explorer instead of staying blank.
 * @param elsewhere path of the other explorer; null if there is none
 */
export function sandboxPage(elsewhere: string | null): ApolloServerPlugin<Context> {
  const plugin = ApolloServerPluginLandingPageLocalDefault({ embed: { runTelemetry: false }, footer: false });
  if (elsewhere === null) return plugin;
  return {
    async serverWillStart(service) {
      const listener = await plugin.serverWillStart?.(service);
      const renderLandingPage = listener?.renderLandingPage?.bind(listener);
      if (renderLandingPage === undefined) return;
      return {
        async renderLandingPage(): Promise<LandingPage> {
          const { html } = await renderLandingPage();
          return { html: async () => leadingElsewhere(typeof html === "string" ? html : await html(), elsewhere) };
        },
      };
    },
  };
}

/** The page with an additional first script that redirects if another script cannot be loaded. */
function leadingElsewhere(html: string, elsewhere: string): string {
  const [, nonce = ""] = /'nonce-(\w+)'/.exec(html) ?? [];
  const leave = `addEventListener("error", ({ target }) => { if (target instanceof HTMLScriptElement) location.replace(${JSON.stringify(elsewhere)}); }, true);`;
  return html.replace("<body>", `<body><script nonce="${nonce}">${leave}</script>`);
}
