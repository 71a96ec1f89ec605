// A Neo4j Community server in a process of its own: `java … Server.java HOME CONF`, nothing to compile.
// It ends when its standard input ends, so that it never outlives the tests that started it.
import java.nio.file.Path;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

class Server {
    public static void main(String[] arguments) throws Exception {
        var home = Path.of(arguments[0]);
        var settings = Path.of(arguments[1]);
        new DatabaseManagementServiceBuilder(home).loadPropertiesFromFile(settings).build();
        System.out.println("started");
        while (System.in.read() >= 0) {}
        Runtime.getRuntime().halt(0); // The files are thrown away: an orderly shutdown would only take its 10 s.
    }
}
