// LEMON's network simplex on the three files of one instance, for scripts/match-speed.
// Prints the optimum and the processor seconds of the solve alone.
#include <lemon/list_graph.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

using namespace lemon;
typedef SmartDigraph G;

static std::vector<std::vector<long long>> rows(const std::string &name) {
  std::vector<std::vector<long long>> all;
  FILE *f = fopen(name.c_str(), "r");
  if (!f) { perror(name.c_str()); exit(1); }
  char line[256];
  if (!fgets(line, sizeof line, f)) exit(1);
  while (fgets(line, sizeof line, f)) {
    long long a = 0, b = 0, c = 0;
    sscanf(line, "%lld,%lld,%lld", &a, &b, &c);
    all.push_back({a, b, c});
  }
  fclose(f);
  return all;
}

int main(int argc, char **argv) {
  if (argc < 2) return 2;
  const std::string dir = argv[1];
  const int repeats = argc > 2 ? atoi(argv[2]) : 1;
  auto supply = rows(dir + "/supply.csv"), capacity = rows(dir + "/capacity.csv"), edges = rows(dir + "/edges.csv");

  // Everybody sends everything: to interventions, or straight to the sink ("not now").
  // What an intervention receives goes on to the sink, up to its capacity.
  G g;
  g.reserveNode(supply.size() + capacity.size() + 1);
  g.reserveArc(edges.size() + supply.size() + capacity.size());
  std::vector<G::Node> p, i;
  for (size_t k = 0; k < supply.size(); k++) p.push_back(g.addNode());
  for (size_t k = 0; k < capacity.size(); k++) i.push_back(g.addNode());
  G::Node sink = g.addNode();
  G::ArcMap<int> cost(g), upper(g);
  G::NodeMap<int> sup(g);
  int total = 0;
  for (auto &e : edges) {
    G::Arc a = g.addArc(p[e[0]], i[e[1]]);
    cost[a] = -e[2];
    upper[a] = std::min(supply[e[0]][1], capacity[e[1]][1]);
  }
  for (size_t k = 0; k < supply.size(); k++) {
    G::Arc a = g.addArc(p[k], sink);
    cost[a] = 0; upper[a] = supply[k][1]; sup[p[k]] = supply[k][1]; total += supply[k][1];
  }
  for (size_t k = 0; k < capacity.size(); k++) {
    G::Arc a = g.addArc(i[k], sink);
    cost[a] = 0; upper[a] = capacity[k][1];
  }
  sup[sink] = -total;

  double best = 1e9;
  long long optimum = 0;
  for (int r = 0; r < repeats; r++) {
    NetworkSimplex<G, int, int> ns(g);
    ns.costMap(cost).upperMap(upper).supplyMap(sup);
    clock_t begun = clock();
    if (ns.run() != NetworkSimplex<G, int, int>::OPTIMAL) return 1;
    best = std::min(best, double(clock() - begun) / CLOCKS_PER_SEC);
    optimum = -ns.totalCost<long long>();
  }
  printf("%lld %.4f\n", optimum, best);
}
