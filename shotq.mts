import { launchBrowser, axeViolations } from "/work/wt/owner/tests/lib/browser.ts";
const b = await launchBrowser();
const A="http://localhost:8096";
for (const [w,h,who] of [[1280,800,{role:"PLANNER",department:"61"}],[390,844,{role:"DISTRICT_HEAD",district:"06"}]] as any){
 const c=await b.newContext({viewport:{width:w,height:h},locale:"de-DE"}); await c.request.post(A+"/api/demo/role",{data:who});
 const p=await c.newPage(); p.on("pageerror",e=>console.log(String(e))); p.on("console",m=>m.type()==="error"&&console.log(m.text()));
 await p.goto(A+"/?v=1&tab=quarters&dossier="+(process.argv[2]??"district:06")); await p.getByRole("heading",{level:1}).waitFor(); await p.waitForTimeout(2500);
 const btn=p.getByRole("button",{name:"Bewohner*innen zählen"}); if(await btn.count()){ await btn.click(); await p.waitForTimeout(2500);} else console.log("no button",w);
 console.log(JSON.stringify((await axeViolations(p)).map(x=>x.slice(0,300)),null,1));
 await p.screenshot({path:`/tmp/q-${w}.png`}); const page=p.locator(".district-page"); await p.evaluate(()=>{document.querySelector(".data-view")!.scrollTo(0,600)}); await p.screenshot({path:`/tmp/q-${w}-b.png`}); await p.evaluate(()=>{document.querySelector(".data-view")!.scrollTo(0,1300)}); await p.screenshot({path:`/tmp/q-${w}-c.png`}); await c.close(); }
await b.close();
