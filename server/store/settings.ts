import type { Engine } from "./engine.ts";
import { toJson } from "./json.ts";
import type { Store } from "./store.ts";

export function settings({ reads, writes }: Engine): Pick<Store, "setting" | "saveSetting"> {
  return {
    async setting<T>(key: string) {
      const row = await reads.selectFrom("setting").select("value").where("key", "=", key).executeTakeFirst();
      return row && (JSON.parse(row.value) as T);
    },
    async saveSetting(key, value) {
      await writes.transaction().execute((transaction) =>
        transaction
          .insertInto("setting")
          .values({ key, value: toJson(value) })
          .onConflict((conflict) =>
            conflict.column("key").doUpdateSet((eb) => ({ value: eb.ref("excluded.value") })),
          )
          .execute(),
      );
    },
  };
}
